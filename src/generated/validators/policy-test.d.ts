/* Generated from schemas/policy-test.schema.json by `npm run generate`; do not edit. */
import type { Validator } from '../../core/validator.ts';

declare const validate: Validator;
export default validate;

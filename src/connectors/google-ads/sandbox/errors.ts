import { json, type SandboxAnswer } from '../../../sandbox/kit/index.ts';

/** One error, such as `campaignError` `DUPLICATE_CAMPAIGN_NAME`, at one operation of a mutate. */
export interface AdsError {
  readonly index: number;
  readonly area: string;
  readonly code: string;
  readonly message: string;
  readonly trigger?: string;
}

/** 400 with the errors in Google's envelope; nothing was changed. */
export function failure(errors: readonly AdsError[]): SandboxAnswer {
  const details = errors.map(({ index, area, code, message, trigger }) => ({
    errorCode: { [area]: code },
    message,
    ...(trigger !== undefined && { trigger: { stringValue: trigger } }),
    location: { fieldPathElements: [{ fieldName: 'mutate_operations', index }] },
  }));
  const type = 'type.googleapis.com/google.ads.googleads.v25.errors.GoogleAdsFailure';
  const error = {
    code: 400,
    message: 'Request contains an invalid argument.',
    status: 'INVALID_ARGUMENT',
    details: [{ '@type': type, errors: details, requestId: 'sandbox' }],
  };
  return json(400, { error });
}

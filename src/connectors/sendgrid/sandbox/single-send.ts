import {
  json,
  type Collection,
  type SandboxAnswer,
  type SandboxRequest,
  type Store,
} from '../../../sandbox/kit/index.ts';

/** One mailing. Times are ISO 8601. */
export interface SingleSend {
  readonly id: string;
  readonly name: string;
  readonly status: 'draft' | 'scheduled' | 'triggered';
  readonly categories: readonly string[];
  readonly sendAt: string | null;
  readonly sendTo: Readonly<Record<string, unknown>>;
  readonly emailConfig: Readonly<Record<string, unknown>>;
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** All mailings. */
export function sendsOf(store: Store): Collection<SingleSend> {
  return store.collection<SingleSend>('singlesends');
}

/** The mailing that a path names. */
export function findSend(request: SandboxRequest, store: Store): SingleSend | undefined {
  return sendsOf(store).get(request.parameters['id'] ?? '');
}

/** Our key, from the name or a category. */
export function keyOf({ name, categories }: SingleSend): string | null {
  return /\b[0-9a-f]{16,64}\b/.exec([name, ...categories].join(' '))?.[0] ?? null;
}

/** A mailing as the interface shows it. */
export function show(send: SingleSend): unknown {
  const { id, name, status, categories, sendAt, sendTo, emailConfig, createdAt, updatedAt } = send;
  return {
    id,
    name,
    status,
    categories,
    send_at: sendAt,
    send_to: sendTo,
    email_config: emailConfig,
    created_at: createdAt,
    updated_at: updatedAt,
    is_abtest: false,
    warnings: [],
  };
}

/** An error in SendGrid's words. */
export function fail(status: number, field: string | null, message: string): SandboxAnswer {
  return json(status, { errors: [{ field, message, error_id: 'sandbox' }] });
}

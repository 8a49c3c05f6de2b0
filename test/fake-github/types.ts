import type { RestEndpointMethodTypes } from '@octokit/rest';
import type { IncomingHttpHeaders } from 'node:http';

type Methods = RestEndpointMethodTypes;

/** What GitHub's own description says that an endpoint answers: `Answer<'pulls', 'get'>`. */
export type Answer<S extends keyof Methods, M extends keyof Methods[S]> = Methods[S][M] extends { response: { data: infer D } } ? D : never; // prettier-ignore

/** The same with parts left out: a fake needs not say all, but what it says has to have the right name and type. */
export type Part<T> = T extends readonly (infer E)[]
  ? Part<E>[]
  : T extends object
    ? { [K in keyof T]?: Part<T[K]> }
    : T;

export type Role = 'none' | 'read' | 'triage' | 'write' | 'maintain' | 'admin';

export interface User {
  id: number;
  login: string;
  name: string;
  email: string;
  type: 'User' | 'Bot' | 'Organization';
  role: Role;
  /** Answers name no user any more. */
  isDeleted: boolean;
}

export interface Team {
  id: number;
  slug: string;
  members: number[];
  role: Role;
}

export type Scope =
  | 'contents' | 'pull_requests' | 'issues' | 'checks' | 'statuses' | 'actions' | 'metadata'
  | 'members' | 'administration' | 'secrets' | 'environments' | 'deployments'; // prettier-ignore
export type Level = 'read' | 'write';

export interface Token {
  value: string;
  user: number;
  kind: 'automatic' | 'app' | 'personal';
  /** Of automatic and App tokens; a personal one may do what its person may. */
  permissions: Partial<Record<Scope, Level>>;
}

export interface Review {
  id: number;
  /** Null: deleted. */
  user: number | null;
  state: 'APPROVED' | 'CHANGES_REQUESTED' | 'COMMENTED' | 'DISMISSED' | 'PENDING';
  commit: string;
  body: string;
  submittedAt: string | null;
}

export interface Pull {
  draft: boolean;
  base: { ref: string; sha: string };
  head: { ref: string; sha: string; owner: string };
  mergeCommit: string | null;
  /** All commits that the merge put onto the base branch. */
  landed: string[];
  mergedBy: number | null;
  mergedAt: string | null;
  requested: number[];
  requestedTeams: string[];
  reviews: Review[];
}

/** Issues and pull requests share numbers, comments and labels. */
export interface Issue {
  id: number;
  number: number;
  title: string;
  body: string;
  state: 'open' | 'closed';
  user: number;
  labels: string[];
  createdAt: string;
  updatedAt: string;
  pull: Pull | null;
}

export interface IssueComment {
  id: number;
  issue: number;
  user: number;
  body: string;
  createdAt: string;
  updatedAt: string;
}

export interface CheckAnnotation {
  path: string;
  start_line: number;
  end_line: number;
  annotation_level: 'notice' | 'warning' | 'failure';
  message: string;
  title?: string;
}

export interface CheckRun {
  id: number;
  app: number;
  name: string;
  sha: string;
  status: string;
  conclusion: string | null;
  detailsUrl: string | null;
  title: string;
  summary: string;
  text: string;
  annotations: CheckAnnotation[];
}

export interface Status {
  id: number;
  sha: string;
  state: string;
  context: string;
  description: string;
  targetUrl: string | null;
  user: number;
}

export interface Push {
  id: number;
  ref: string;
  before: string;
  after: string;
  actor: number;
  kind: 'push' | 'force_push' | 'branch_creation' | 'branch_deletion' | 'pr_merge' | 'merge_queue_merge';
  at: string;
}

/** What goes wrong on demand. */
export interface Fault {
  method?: string;
  /** Regular expression over path and query. */
  path: string;
  kind:
    | '403'
    | '404'
    | '409'
    | '422'
    | '500'
    | '502'
    | 'secondary-limit'
    | 'lost-reply'
    | 'slow'
    | 'page-two-data'
    | 'stale';
  times: number;
  /** Milliseconds of `slow`. */
  wait?: number;
  /** Seconds that `secondary-limit` asks to wait. */
  after?: number;
}

/** One request as the witness of what was asked. */
export interface Logged {
  method: string;
  path: string;
  status: number;
  user: string;
  body: unknown;
  fault?: string;
}

/** A request on its way through a route. */
export interface Asked {
  method: string;
  url: URL;
  /** Named parts of the path. */
  at: Readonly<Record<string, string>>;
  body: Record<string, unknown>;
  headers: IncomingHttpHeaders;
  token: Token | null;
  user: User | null;
}

export interface Reply {
  status: number;
  body?: unknown;
  headers?: Record<string, string>;
}

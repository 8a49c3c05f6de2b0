import type { Collection, Store } from '../../../sandbox/kit/index.ts';

/** An upload as the site keeps it; its bytes are in the collection `files` under the same id. */
export interface MediaFile {
  readonly id: number;
  readonly slug: string;
  readonly title: string;
  readonly alt: string;
  /** Path below `wp-content/uploads`. */
  readonly file: string;
  readonly type: string;
  readonly bytes: number;
  readonly width: number;
  readonly height: number;
  /** Whether the picture could be read to its end; without that there are no sizes. */
  readonly isWhole: boolean;
  readonly date: string;
}

/** All uploads. */
export function mediaOf(store: Store): Collection<MediaFile> {
  return store.collection<MediaFile>('media');
}

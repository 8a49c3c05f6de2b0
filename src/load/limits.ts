/** Upper bounds of what is read, checked before any work that grows with the input. */
export const limits = {
  /** Bytes of a manifest, a profile, a policy or another YAML or JSON file. */
  yamlBytes: 256 * 1024,
  /** Keys, values, commas and dashes of such a file; a manifest with 50 steps has about 2,000. */
  yamlNodes: 10_000,
  yamlLines: 5_000,
  /** Levels of nesting. */
  yamlDepth: 30,
  /** Bytes of a text that is sent. */
  contentBytes: 1024 * 1024,
  /** Bytes of the copy of a sealed log that a rollback rests on: it holds whole texts. */
  rollbackBytes: 4 * 1024 * 1024,
  /** Bytes of an image. */
  mediaBytes: 10 * 1024 * 1024,
  /** Width times height of an image: more is a decompression bomb, not a picture. */
  mediaPixels: 50_000_000,
  /** Problems reported for one file: more help nobody. */
  problems: 100,
} as const;

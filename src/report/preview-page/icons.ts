/** Outlines of 24 by 24, drawn for this page; the words beside them carry the meaning. */
const outlines = {
  page: 'M5 3h10l4 4v14H5zM15 3v4h4M8 12h8M8 16h8',
  envelope: 'M3 6h18v12H3zM3 7l9 7 9-7',
  bubble: 'M4 5h16v11H10l-5 4v-4H4z',
  search: 'M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM15.5 15.5L21 21',
  arrow: 'M4 12h15M13 6l6 6-6 6',
} as const;

const platforms: Readonly<Record<string, keyof typeof outlines>> = {
  wordpress: 'page',
  sendgrid: 'envelope',
  slack: 'bubble',
  'google-ads': 'search',
};

/** A small picture of the channel, hidden from screen readers. */
export function channelIcon(platform: string): string {
  const path = outlines[platforms[platform] ?? 'arrow'];
  return `<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d="${path}"/></svg>`;
}

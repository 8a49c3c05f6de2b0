import { scanTags } from './scan-tags.ts';

/**
 * Addresses of images and links in HTML that point at files beside the text, as written. Absolute addresses, anchors,
 * tags of a platform (`{{...}}`, `[%...%]`, `<%...%>`) and words that stand for expressions are none.
 */
export function findLocalReferences(html: string): readonly string[] {
  const found = new Set<string>();
  for (const tag of scanTags(html)) {
    for (const name of ['src', 'href', 'poster']) {
      const address = tag.attributes.get(name)?.trim();
      if (address !== undefined && isLocal(address)) found.add(address);
    }
  }
  return [...found];
}

function isLocal(address: string): boolean {
  if (address === '' || /^(#|\/|[a-zA-Z][a-zA-Z0-9+.-]*:)/.test(address)) return false;
  return !/^(\{\{|\[|<%|%|-|&lt;|p[0-9a-f]{24}x)/.test(address) && !address.startsWith('${{');
}

/** Tags that SendGrid fills in for everybody: the ways out, and the sender's address that the law asks for. */
const known =
  /^(?:\{\{\{?\s*(?:unsubscribe|unsubscribe_preferences|Sender_(?:Name|Address|City|State|Zip))\s*\}\}\}?|<%\s*asm_(?:group_unsubscribe|preferences)(?:_raw)?_url\s*%>|\[%\s*unsubscribe\w*\s*%\])$/;
const tags = /(?<!\$)\{\{\{?[^{}\n]{1,200}\}\}\}?|<%[^%\n]{1,200}%>|\[%[^%\n]{1,200}%\]/g;

/** Template tags of which nobody has seen what people will read in their place. */
export function findVariables(text: string): readonly { readonly tag: string; readonly offset: number }[] {
  return [...text.matchAll(tags)]
    .filter(([tag]) => !known.test(tag))
    .map((match) => ({ tag: match[0], offset: match.index }));
}

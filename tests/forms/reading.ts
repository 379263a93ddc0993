/*
 * Reads the pages of @letopis/forms. They always have the same structure, so patterns are enough.
 */

/** The table with this key, with its caption. */
export function tableOf(page: string, key: string): string {
  const found = new RegExp(`<table[^>]* data-table="${key}">[\\s\\S]*?</table>`).exec(page);
  if (found === null) throw new Error(`no table ${key}`);
  return found[0];
}

/** The rows of a table's body. */
export function rowsOf(table: string): readonly string[] {
  const body = table.slice(table.indexOf('<tbody>'));
  return body.match(/<tr>[\s\S]*?<\/tr>/g) ?? [];
}

/** The cells of a row or table body, row headers included. */
export function cellsOf(html: string): readonly string[] {
  const body = html.includes('<tbody>') ? rowsOf(html).join('') : html;
  return body.match(/<(td|th scope="row")(?=[ >])[\s\S]*?<\/(td|th)>/g) ?? [];
}

/** The text that a reader sees: without tags, with entities decoded, with single spaces. */
export function textOf(html: string): string {
  const signs: Record<string, string> = { lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' };
  return html
    .replaceAll(/<(br|td|th|tr|li|dt|dd|p|h\d)\b[^>]*>/g, ' ')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&(lt|gt|quot|#39|amp);/g, (_, name: string) => signs[name] ?? '')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

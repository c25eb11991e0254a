/**
 * The cells of a CSV file as RFC 4180 has them, and as programs read it that take another separator: quotes count only where
 * a cell begins with them, and what follows their end belongs to the cell.
 */
export function readCsv(file: string, separator = ','): string[][] {
  const text = file.replace(/^\ufeff/u, '');
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    let cell = '';
    if (text[at] === '"') {
      for (at += 1; at < text.length; at += 1) {
        if (text[at] === '"' && text[at + 1] !== '"') break;
        if (text[at] === '"') at += 1;
        cell += text[at];
      }
      at += 1;
    }
    while (at < text.length && text[at] !== separator && text[at] !== '\r' && text[at] !== '\n') {
      cell += text[at];
      at += 1;
    }
    row.push(cell);
    if (text[at] === separator) at += 1;
    else {
      rows.push(row);
      row = [];
      at += text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1;
    }
  }
  return rows;
}

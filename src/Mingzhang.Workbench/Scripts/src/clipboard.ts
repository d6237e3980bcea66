// Ranges as spreadsheets put them on the clipboard: cells parted by tabs, rows by line ends, quoted where they hold either.

/** Text of the clipboard as rows of cells. */
export function cellsOf(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [], cell = '', quoted = false;
  const source = text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  for (let i = 0; i < source.length; i++) {
    const c = source[i];
    if (quoted) {
      if (c !== '"') cell += c;
      else if (source[i + 1] === '"') { cell += '"'; i++; }
      else quoted = false;
    } else if (c === '"' && cell === '' && closes(source, i)) quoted = true;
    else if (c === '\t') { row.push(cell); cell = ''; }
    else if (c === '\n') { rows.push([...row, cell]); row = []; cell = ''; }
    else cell += c;
  }
  rows.push([...row, cell]);
  return rows.map(r => r.map(plain));
}

/** Rows of cells as text for the clipboard. What a spreadsheet would take for a formula goes as text. */
export function textOf(rows: string[][]): string {
  return rows.map(r => r.map(c => quote(harmless(c))).join('\t')).join('\r\n');
}

function harmless(cell: string): string {
  return /^[=@]/.test(cell) || (/^[+-]/.test(cell) && !/^[+-]?[\d,.]+$/.test(cell)) ? "'" + cell : cell;
}

function plain(cell: string): string {
  return (/^'[=@+-]/.test(cell) ? cell.slice(1) : cell).replace(/\s*\n\s*/g, ' ');
}

function quote(cell: string): string {
  return /[\t\n"]/.test(cell) ? '"' + cell.replace(/"/g, '""') + '"' : cell;
}

// A quote that no other ends at a tab or line end is a sign of its own.
function closes(text: string, from: number): boolean {
  for (let i = from + 1; i < text.length; i++) {
    if (text[i] !== '"') continue;
    if (text[i + 1] === '"') i++;
    else return i + 1 === text.length || text[i + 1] === '\t' || text[i + 1] === '\n';
  }
  return false;
}

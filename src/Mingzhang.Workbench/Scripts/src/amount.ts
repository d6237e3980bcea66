// Amounts in 万元, counted in whole 分: the same rules as the ledger's, so that the page never says otherwise than the server.

const most = 1_000_000_000;

/** 分, or null where the text is no amount in 万元, or finer than a 分. */
export function fenOf(text: string): number | null {
  let folded = fold(text).replace(/ /g, '').replace(/^¥+/, '');
  if (!/^[+-]?[\d,]*\.?\d*$/.test(folded) || !/\d/.test(folded) || !grouped(folded)) return null;
  folded = folded.replace(/,/g, '');
  const negative = folded.startsWith('-');
  const [whole, part = ''] = folded.replace(/^[+-]/, '').split('.');
  if (/[1-9]/.test(part.slice(6)) || Number(whole) > most) return null;
  const fen = Number(whole || '0') * 1_000_000 + Number((part + '000000').slice(0, 6));
  return negative ? -fen : fen;
}

/** As it is printed: 12.50, or with as many places as it has. */
export function shown(fen: number): string {
  const size = Math.abs(fen);
  const whole = Math.floor(size / 1_000_000).toString().replace(/\B(?=(\d{3})+$)/g, ',');
  const part = (size % 1_000_000).toString().padStart(6, '0').replace(/0{1,4}$/, '');
  return (fen < 0 ? '-' : '') + whole + '.' + part;
}

/** Full-width forms and spaces as plain ones. */
export function fold(text: string): string {
  return text.replace(/[\uff01-\uff5e]/g, c => String.fromCharCode(c.charCodeAt(0) - 0xfee0)).replace(/[\u3000\u00a0\u2002-\u200a\u202f\t]/g, ' ').replace(/￥/g, '¥').trim();
}

// 1,234.50 is an amount; 1,2 or 12,50 may be anything.
function grouped(text: string): boolean {
  const [whole, ...rest] = text.replace(/^[+-]/, '').split('.');
  const groups = whole.split(',');
  return !rest.join('').includes(',') && (groups.length === 1 || (groups[0].length > 0 && groups[0].length < 4 && groups.slice(1).every(g => g.length === 3)));
}

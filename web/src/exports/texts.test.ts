// What leaves the page can do no harm where it is opened.
import { describe, expect, it } from 'vitest';
import { escapeMarkdown } from './bundle';
import { csv } from './tables';

describe('exports', () => {
  it('CSV follows RFC 4180 and holds no formula', () => {
    const rows = [{ a: 'x,"y"', b: '=1+1', c: null, d: -2 }];
    expect(csv(rows)).toBe(`a,b,c,d\r\n"x,""y""",'=1+1,,-2\r\n`);
    expect(csv([])).toBe('');
  });

  it('Markdown of an article stays text', () => {
    expect(escapeMarkdown('# <b>[x](javascript:1)</b>\n*y*')).toBe(
      '\\# \\<b\\>\\[x\\](javascript:1)\\</b\\> \\*y\\*',
    );
  });
});

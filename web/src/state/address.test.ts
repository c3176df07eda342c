// The fragment holds the whole state, and what this version does not know.
import { describe, expect, it } from 'vitest';
import { printAddress, readAddress } from './address';

describe('the address', () => {
  it('comes back as it was written', () => {
    const text =
      '#/map?from=2021-05&to=2021-08&sign=hostile&outlet=Neva+Dispatch&confidence=0.5' +
      '&actor=UZB&actor=%3FRaila+Odinga&tie=RUS~USA&turn=RUS~USA~1&move=UZB&theme=dark&later=%26';
    const address = readAddress(text);
    expect(address.view).toBe('map');
    expect(address.filter.from).toBe(2021 * 12 + 4);
    expect(address.actors).toEqual(['UZB', '?Raila Odinga']);
    expect(address.rest).toEqual([['later', '&']]);
    expect(printAddress(address)).toBe(text);
    expect(readAddress(printAddress(address))).toEqual(address);
  });

  it('opens the network where no view is named', () => {
    expect(readAddress('#tie=RUS~USA')).toMatchObject({ view: 'network', tie: 'RUS~USA' });
    expect(readAddress('')).toMatchObject({ view: 'network', tie: '' });
  });

  it('takes nonsense for nothing', () => {
    const address = readAddress('#/nowhere?from=soon&confidence=7&sign=odd&theme=pink&__proto__=1');
    expect(address.view).toBe('network');
    expect(address.filter).toMatchObject({ from: null, confidence: 0, sign: '' });
    expect(address.rest).toEqual([['__proto__', '1']]);
  });
});

// The sums that the tie program reads: at rest one bin a tie, while the time brush moves one bin
// a month (or a few months, where the ties are so many that the texture would grow too large).
import type { Index } from '../model/index';
import type { TieNow } from '../model/ties';

const TEXELS_MAX = 8_000_000;

export interface Sums {
  sums: Float32Array;
  bins: number;
  monthsInBin: number;
}

// Ties as they are, what-if included: the signed rest alone counts where a tie was turned.
export function sumsAtRest(rows: number, ties: TieNow[]): Sums {
  const sums = new Float32Array(rows * 3 * 2);
  for (const tie of ties) {
    if (tie.index < 0) continue;
    const place = (tie.index * 3 + 1) * 2;
    const kept =
      tie.friendly + tie.hostile > 0 && Math.sign(tie.friendly - tie.hostile) === tie.sign;
    const balance = 3 * Math.expm1(tie.strength / 5 / (tie.sign < 0 ? 1.5 : 1));
    sums[place] = kept || tie.sign === 0 ? tie.friendly : tie.sign > 0 ? balance : 0;
    sums[place + 1] = kept || tie.sign === 0 ? tie.hostile : tie.sign < 0 ? balance : 0;
  }
  return { sums, bins: 1, monthsInBin: 0 };
}

// Of the events in `mask`, which leaves time open.
export function sumsOverTime(index: Index, mask: Uint8Array): Sums {
  const rows = index.report.ties.length;
  const months = Math.max(1, index.last - index.first + 1);
  const most = Math.max(1, Math.floor(TEXELS_MAX / Math.max(1, rows)) - 2);
  const monthsInBin = Math.ceil(months / most);
  const bins = Math.ceil(months / monthsInBin);
  const stride = bins + 2;
  const sums = new Float32Array(rows * stride * 2);
  const { events } = index.report;
  for (let e = 0; e < events.length; e++) {
    const row = index.tieOf[e];
    const { weight, mutual, told } = events[e];
    if (!mask[e] || row < 0 || (told >= 0 && mask[told])) continue;
    const month = index.month[e];
    const dated = month >= index.first && month <= index.last;
    const bin = dated ? Math.floor((month - index.first) / monthsInBin) : bins;
    const place = (row * stride + bin + 1) * 2 + (weight > 0 ? 0 : 1);
    sums[place] += Math.abs(weight) * (mutual ? 2 : 1);
  }
  for (let row = 0; row < rows; row++) {
    const start = row * stride * 2;
    for (let n = 2; n < (bins + 1) * 2; n++) sums[start + n] += sums[start + n - 2];
  }
  return { sums, bins, monthsInBin };
}

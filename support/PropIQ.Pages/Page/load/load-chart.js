// A load over time: latencies above, throughput below, on one axis of time.
import { html, svg } from 'lit-html';
import { caption, data, number, seconds } from 'simulation-parts';
import { duration, empty } from 'parts';

const latency = (value) => value ? duration(value) : '0';

const wide = 720, high = 150, left = 58, bottom = 22;

// Round numbers that divide the axis into a few steps.
function top(most) {
  const unit = 10 ** Math.floor(Math.log10(most || 1));
  return [1, 2, 5, 10].map((each) => each * unit).find((each) => each >= most) || 1;
}

function chart(name, slices, lines, words) {
  const highest = top(Math.max(...slices.flatMap((slice) => lines.map(({ of }) => of(slice)))));
  const x = (at) => left + (wide - left) * at / Math.max(1, slices.length - 1);
  const y = (value) => 8 + high * (1 - value / highest);
  return html`<figure class="chart"><svg viewBox=${`0 0 ${wide} ${high + bottom + 8}`} role="img" aria-label=${name}>
    ${[0, 0.5, 1].map((share) => svg`<line class="grid" x1=${left} x2=${wide} y1=${y(share * highest)} y2=${y(share * highest)}/><text x=${left - 8} y=${y(share * highest) + 4} text-anchor="end">${words(share * highest)}</text>`)}
    ${[0, 0.5, 1].map((share) => svg`<text x=${x(share * (slices.length - 1))} y=${high + bottom + 4} text-anchor=${['start', 'middle', 'end'][share * 2]}>${seconds(slices[Math.round(share * (slices.length - 1))].at_seconds)}</text>`)}
    ${lines.map(({ of, kind }) => svg`<polyline class=${kind} points=${slices.map((slice, at) => `${x(at).toFixed(1)},${y(of(slice)).toFixed(1)}`).join(' ')}/>`)}
    </svg><figcaption>${name}: ${lines.map(({ kind, title }) => html`<span class=${`line ${kind}`}>${title}</span> `)}</figcaption></figure>`;
}

export function overTime({ over_time: { slice_seconds: each, slices } }) {
  if (!slices.length) {
    return empty('Nothing was measured.');
  }
  const rate = (key) => (slice) => slice[key] / each;
  return html`${chart('Latency over time', slices, [{ of: (slice) => slice.p50, kind: 'a', title: 'p50' }, { of: (slice) => slice.p95, kind: 'b', title: 'p95' }, { of: (slice) => slice.p99, kind: 'c', title: 'p99' }], latency)}
    ${chart('Requests a second over time', slices, [{ of: rate('requests'), kind: 'a', title: 'ended' }, { of: rate('failed'), kind: 'c', title: 'failed' }, { of: rate('rate_limited'), kind: 'b', title: 'rate-limited' }], (value) => value.toLocaleString('en'))}
    ${chart('Users over time', slices, [{ of: (slice) => slice.vus, kind: 'a', title: 'about' }, { of: (slice) => slice.in_flight, kind: 'b', title: 'waiting for an answer' }], (value) => value.toLocaleString('en'))}
    ${caption('Requests stand where they ended; latencies are from when they were due.')}
    <details><summary>The numbers</summary>${data('The load over time', ['At', 'Requests a second', 'Failed', 'Rate-limited', 'Dropped', 'Users', 'In flight', 'p50', 'p95', 'p99', 'Longest'], slices.map((slice) => [
      number(seconds(slice.at_seconds)), number(rate('requests')(slice).toFixed(1)), slice.failed, slice.rate_limited, slice.dropped, slice.vus, slice.in_flight,
      ...['p50', 'p95', 'p99', 'max'].map((key) => number(duration(slice[key])))]))}</details>`;
}

import { highestLevel, type Level, lowestLevel } from './levels.ts'
import { formatCount } from './numbers.ts'
import type { Tuning } from './tune.ts'

const [width, height] = [840, 560]
const [left, right] = [70, 20]
const upper = { top: 60, bottom: 330 }
const lower = { top: 390, bottom: 500 }

/** The curves of the upper part; colours that people with colour blindness tell apart. */
const curves = [
  { name: 'pairs', colour: '#0072b2', of: ({ pairs }: Level) => pairs },
  { name: 'duplicates', colour: '#009e73', of: ({ duplicates }: Level) => duplicates },
  { name: 'clusters', colour: '#d55e00', of: ({ clusters }: Level) => clusters }
] as const

/** Pairs, duplicates and clusters by threshold, on a logarithmic scale, above the histogram of joins with its valley. */
export function tuningSvg({ levels, proposal }: Tuning): string {
  const most = Math.max(9, ...levels.map(({ pairs, duplicates }) => Math.max(pairs, duplicates)))
  const decades = Math.ceil(Math.log10(most + 1))
  const y = (count: number) => scale(Math.log10(count + 1), [0, decades], [upper.bottom, upper.top])
  const mostJoins = Math.max(1, ...levels.map(({ joins }) => joins))
  const barTop = (joins: number) => scale(Math.sqrt(joins), [0, Math.sqrt(mostJoins)], [lower.bottom, lower.top])
  const barWidth = x(0.01) - x(0)
  const parts = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="Pairs, duplicates and clusters by threshold; ${proposal.threshold} is proposed" font-family="sans-serif" font-size="12">`,
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    ...valleyMarks(proposal),
    ...Array.from({ length: decades + 1 }, (_, decade) => countTick(10 ** decade, y(10 ** decade))),
    ...curves.map(
      ({ colour, of }) => `<path d="${path(levels, of, y)}" fill="none" stroke="${colour}" stroke-width="2"/>`
    ),
    ...curves.map(({ name, colour }, at) => legend(name, colour, left + at * 110)),
    text(left, lower.top - 10, 'joins: duplicates found at exactly this threshold (square-root scale)', 'start'),
    text(left - 8, lower.top + 4, formatCount(mostJoins), 'end'),
    text(left - 8, lower.bottom + 4, '0', 'end'),
    ...levels.map(
      ({ threshold, joins }) =>
        `<rect x="${number(x(threshold) - barWidth * 0.4)}" y="${number(barTop(joins))}" width="${number(barWidth * 0.8)}" height="${number(lower.bottom - barTop(joins))}" fill="#666"/>`
    ),
    ...[upper, lower].map(({ bottom }) => line(left, bottom, width - right, bottom, '#333')),
    ...Array.from({ length: 8 }, (_, at) => text(x(0.3 + at / 10), lower.bottom + 18, (0.3 + at / 10).toFixed(1))),
    text((left + width - right) / 2, height - 14, 'threshold'),
    '</svg>\n'
  ]
  return parts.join('\n')
}

function valleyMarks({ valley, threshold, isClear }: Tuning['proposal']): string[] {
  const label = `${isClear ? 'proposed' : 'no clear valley: the default,'} ${threshold.toFixed(2)}`
  const shade =
    valley === null || !isClear
      ? []
      : [
          `<rect x="${number(x(valley.from))}" y="${upper.top}" width="${number(x(valley.to) - x(valley.from))}" height="${lower.bottom - upper.top}" fill="#f2e6b8"/>`
        ]
  return [
    ...shade,
    `<path d="M${number(x(threshold))} ${upper.top - 6}V${lower.bottom}" stroke="#333" stroke-dasharray="5 4"/>`,
    text(x(threshold), upper.top - 12, label)
  ]
}

function path(levels: readonly Level[], of: (level: Level) => number, y: (count: number) => number): string {
  return levels
    .map((level, at) => `${at === 0 ? 'M' : 'L'}${number(x(level.threshold))} ${number(y(of(level)))}`)
    .join('')
}

function countTick(count: number, y: number): string {
  return `${line(left, y, width - right, y, '#ddd')}${text(left - 8, y + 4, formatCount(count), 'end')}`
}

function legend(name: string, colour: string, at: number): string {
  return `${`<rect x="${at}" y="14" width="18" height="4" fill="${colour}"/>`}${text(at + 24, 20, name, 'start')}`
}

function line(x1: number, y1: number, x2: number, y2: number, colour: string): string {
  return `<line x1="${number(x1)}" y1="${number(y1)}" x2="${number(x2)}" y2="${number(y2)}" stroke="${colour}"/>`
}

function text(x: number, y: number, words: string, anchor: 'start' | 'middle' | 'end' = 'middle'): string {
  return `<text x="${number(x)}" y="${number(y)}" text-anchor="${anchor}" fill="#222">${words}</text>`
}

function x(threshold: number): number {
  return scale(threshold * 100, [lowestLevel - 1, highestLevel + 1], [left, width - right])
}

function scale(value: number, from: readonly [number, number], to: readonly [number, number]): number {
  return to[0] + ((value - from[0]) / (from[1] - from[0])) * (to[1] - to[0])
}

function number(value: number): string {
  return String(Math.round(value * 10) / 10)
}

import type { NoticeAbout, NoticeKind } from './kinds'

/**
 * The matter as which 我需要帮忙 is filed, where one fits; else it is nobody's in particular, and the grid leader's. Never
 * a danger: whoever is in one is told to call, not to fill in a form.
 */
const matters: { readonly [Kind in NoticeKind]: Readonly<Record<string, string>> } = {
  outage: {
    water: 'water-no-supply',
    power: 'power-outage-building',
    heat: 'heating-outage',
    gas: 'gas-no-supply',
    network: 'network-down',
    lift: 'elevator-broken',
  },
  work: {
    pipes: 'water-no-supply',
    road: 'road-damage',
    'lift-check': 'elevator-inspection',
    walls: 'leak-exterior-wall',
    trees: 'tree-trim',
    pests: 'pests',
  },
  service: { certification: 'social-security', vaccination: 'elder-care', clinic: 'elder-care' },
  meeting: {},
  safety: { fire: 'fire-facility', gas: 'gas-install-modify', fraud: 'fraud' },
  'lost-found': {},
}

/** The matter (`knowledge/names`) of help that is asked for below a notice; null: none of them. */
export const helpMatterOf = ({ kind, what }: NoticeAbout): string | null => matters[kind][what] ?? null

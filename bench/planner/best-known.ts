/*
 * What the literature, or a proof of our own, has for the instances beside the project, in their own units of length.
 * The numbers are those of ../shared/data/planner/README.md.
 */

/** Proven optimal: cpmp01 to 10 (Osman and Christofides) and the SJC ones (Lorena and Senne). */
const OPTIMAL = {
  cpmp01: 713,
  cpmp02: 740,
  cpmp03: 751,
  cpmp04: 651,
  cpmp05: 664,
  cpmp06: 778,
  cpmp07: 787,
  cpmp08: 820,
  cpmp09: 715,
  cpmp10: 829,
  SJC1: 17288.99,
  SJC3a: 45335.16,
  SJC4a: 61925.51,
  lin318_040: 47988.38,
  lin318_070: 32198.64,
}

/** The best that anybody published (Stefanello, de Araújo and Müller, and those after them): lower may be possible. */
const BEST_PUBLISHED = {
  u724_030: 95034.01,
  u724_075: 54735.05,
  rl1304_200: 276977.61,
  pr2392_300: 458145.3,
  p3038_700: 109670.53,
  fnl4461_0250: 335888.89,
}

/** Council-like homes made for this project, kilometres: optimal, as proven by an earlier program. */
const COUNCILS = {
  council50_1: 151.268,
  council100_1: 254.787,
  council100_2: 270.807,
  council200_1: 536.637,
  council200_2: 523.325,
  council400_1: 919.426,
  council400_2: 940.945,
}

/** The best known length of each instance that has one. */
export const BEST_KNOWN: ReadonlyMap<string, number> = new Map(
  Object.entries({ ...OPTIMAL, ...BEST_PUBLISHED, ...COUNCILS }),
)

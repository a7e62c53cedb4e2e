import type { Highs, HighsCallbackMap, Model, ModelData } from 'highs'

export interface ProgramBy {
  readonly seed: number
  readonly nodes: number
  /** What the sums of a proof may leave open: costs are whole. Null: a little more, where no proof is asked for. */
  readonly open: number | null
  readonly start: { readonly indices: readonly number[]; readonly values: readonly number[] } | null
  readonly callbacks: HighsCallbackMap
}

/**
 * Runs a program and reads what came of it; the model is disposed of in any case.
 *
 * HiGHS 1.15 now and then fails where its presolve finds that nothing can be: then it is asked again without.
 */
export function withProgram<T>(highs: Highs, data: ModelData, by: ProgramBy, read: (model: Model) => T): T {
  const attempt = (presolve: 'choose' | 'off') =>
    highs.withModel(data, (model) => {
      model.options.set({
        output_flag: false,
        presolve,
        random_seed: by.seed % 2_147_483_647,
        mip_max_nodes: by.nodes,
        ...(by.open === null ? { mip_rel_gap: 1e-5 } : { mip_rel_gap: 0, mip_abs_gap: by.open }),
      })
      if (by.start) model.setSolution({ indices: [...by.start.indices], values: [...by.start.values] })
      model.run(by.callbacks)
      return read(model)
    })
  try {
    return attempt('choose')
  } catch (error) {
    if (!(error instanceof highs.errors.HighsError)) throw error
    return attempt('off')
  }
}

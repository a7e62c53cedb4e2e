/** What happens by the clock, until it is stopped. */
export type Clock = {
  /** No more rounds; waits for the one that is going on. */
  stop: () => Promise<void>
}

type Options = {
  /** Milliseconds from the end of a round to the next. */
  every?: number
  /** Told of whatever a round throws. A round that fails ends nothing. */
  report: (fault: unknown) => void
}

const MINUTE = 60_000

/**
 * Does `round` at once and then every minute, one at a time: a slow one is waited for. It keeps no process alive by
 * itself.
 */
export function startClock(round: () => Promise<void>, { every = MINUTE, report }: Options): Clock {
  let timer: NodeJS.Timeout | undefined
  let stopped = false
  let going = Promise.resolve()
  const turn = () => {
    going = Promise.resolve()
      .then(round)
      .catch(report)
      .then(() => {
        if (stopped) return
        timer = setTimeout(turn, every)
        timer.unref()
      })
  }
  turn()
  return {
    stop: () => {
      stopped = true
      clearTimeout(timer)
      return going
    },
  }
}

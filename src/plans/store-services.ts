import type pg from 'pg'

/** The services in which a plan waits or runs: asked by the clock before it acts in any of them. */
export async function servicesToRun(owner: Pick<pg.Pool, 'query'>): Promise<string[]> {
  const { rows } = await owner.query<{ service: string }>(
    `select distinct service_id as service from plan
      where state in ('waiting', 'running') and removed_at is null order by 1`,
  )
  return rows.map(({ service }) => service)
}

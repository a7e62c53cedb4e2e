/** The way to what is written down of a stay that has begun: its nights, medicine, what happened, and words afterwards. */
export function LogLink({ stay }: { stay: { id: string; arrivedAt: Date | null } }) {
  if (stay.arrivedAt === null) return null
  return (
    <p class="no-print">
      <a href={`/sleepovers/${stay.id}/log`}>What was written down during the stay</a>
    </p>
  )
}

import { Table } from '../../platform/web/components/table.tsx'
import { count } from '../../values/words.ts'
import type { Problem } from '../problems.ts'

const MOST_SHOWN = 1000

/** Everything there is to mend, file by file from the top. */
export function Problems({ problems }: { problems: readonly Problem[] }) {
  const more = problems.length - MOST_SHOWN
  return (
    <>
      <p>Nothing was changed. Mend these, then choose the files again.</p>
      <Table
        caption="What to mend"
        scroll
        head={['File', { text: 'Line', format: 'numeric' }, 'Column', 'What is wrong', 'How to mend it']}
        rows={problems
          .slice(0, MOST_SHOWN)
          .map(({ file, line, column, what, mend }) => [
            file,
            { text: String(line), format: 'numeric' },
            column,
            what,
            mend,
          ])}
      />
      {more > 0 && <p>And {count(more, 'more problem')}, likely of the same kinds.</p>}
    </>
  )
}

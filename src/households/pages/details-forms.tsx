import { Button } from '../../platform/web/components/button.tsx'
import { Input } from '../../platform/web/components/input.tsx'
import { Radios } from '../../platform/web/components/radios.tsx'
import { all } from '../../platform/web/read-form.ts'
import { type FormState, form } from '../../platform/web/visit.ts'
import { addHousehold } from '../add-household.ts'
import { changeHousehold } from '../change-household.ts'
import { HOME_KINDS, WISHES } from '../kinds.ts'
import {
  answer,
  DayField,
  fromToday,
  homeOf,
  homeToChange,
  prefilled,
  section,
  toHome,
  yesNoUnknown,
} from './parts.tsx'

const items = (words: Record<string, string>) =>
  Object.entries(words).map(([value, text]) => ({ value, text }))

/** A list of words as one line: `dog, two cats`. */
const inOneLine = (state: FormState, name: string) => ({
  ...answer(state, name),
  value: all(state.typed[name]).join(', '),
})

/** A question whose answer may be "not known", which is what stands when nothing was chosen. */
function ask(state: FormState, name: string) {
  const { value, ...rest } = answer(state, name)
  return {
    ...rest,
    inline: true,
    items: yesNoUnknown.map((item) => ({ ...item, checked: item.value === value })),
  }
}

function DetailFields({ state }: { state: FormState }) {
  const wish = answer(state, 'wantsMockingbird')
  const wishes = [...items(WISHES), { value: '', text: 'Not known' }]
  return (
    <>
      <Input
        {...answer(state, 'name')}
        label="Name"
        hint="What people know this home by, like The Okafor home"
      />
      <Radios {...answer(state, 'kind')} legend="What kind of home is it?" items={items(HOME_KINDS)} />
      <Input {...answer(state, 'phone')} label="Phone number" type="tel" width={20} />
      <Input {...answer(state, 'postcode')} label="Postcode" width={10} autocapitalize="characters" />
      <Input {...answer(state, 'localAuthority')} label="Council where they live" />
      <Input
        {...inOneLine(state, 'pets')}
        label="Pets"
        hint="With commas between: dog, two cats. Empty for none."
      />
      <Radios {...ask(state, 'smoker')} legend="Does anyone there smoke?" />
      <Input {...inOneLine(state, 'languages')} label="Languages spoken at home" hint="With commas between" />
      <Input
        {...inOneLine(state, 'cultures')}
        label="Culture and faith"
        hint="What the home knows from within, with commas between: Polish, Roman Catholic"
      />
      <Radios {...ask(state, 'adultHomeFullTime')} legend="Is an adult at home full time?" />
      <Radios
        {...wish}
        legend="Do they want to be in a constellation?"
        inline
        items={wishes.map((item) => ({ ...item, checked: item.value === wish.value }))}
      />
      <Radios {...ask(state, 'canBeHub')} legend="Could this be a hub home?" />
    </>
  )
}

export const addForm = form('/households/add', addHousehold, {
  input: (_visit, typed) => typed,
  show: async (visit, state) => ({
    title: 'Add a home',
    section,
    back: { href: '/households' },
    body: (
      <form method="post" novalidate>
        <Input
          {...answer(state, 'reference')}
          label="Reference"
          hint="What your records call this home. It is used once."
          width={20}
        />
        <DetailFields state={state} />
        <DayField state={fromToday(visit, state)} name="from" legend="From which day is this so?" />
        <Button>Add this home</Button>
      </form>
    ),
  }),
  done: ({ household }) => `/households/${household}`,
})

export const changeForm = form('/households/:household/change', changeHousehold, {
  input: (visit, typed) => ({ ...typed, household: homeOf(visit) }),
  show: async (visit, state) => {
    const { details, name, household } = await homeToChange(visit)
    const before = prefilled(fromToday(visit, state), { ...details, from: undefined })
    return {
      title: `Change what is known of ${name}`,
      section,
      back: toHome(household),
      body: (
        <form method="post" novalidate>
          <DetailFields state={before} />
          <DayField
            state={before}
            name="from"
            legend="From which day is this so?"
            hint="A day in the past corrects what was written. What was known before stays in the history."
          />
          <Button>Save</Button>
        </form>
      ),
    }
  },
  done: ({ household }) => `/households/${household}`,
})

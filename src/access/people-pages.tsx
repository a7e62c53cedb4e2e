import { NotFound } from '../platform/refusals.ts'
import { Button } from '../platform/web/components/button.tsx'
import { DateInput } from '../platform/web/components/date-input.tsx'
import { Input } from '../platform/web/components/input.tsx'
import { SearchBox } from '../platform/web/components/search-box.tsx'
import { Select } from '../platform/web/components/select.tsx'
import { Table } from '../platform/web/components/table.tsx'
import { dateValues, errorFor } from '../platform/web/form-state.ts'
import { words } from '../platform/web/read-form.ts'
import { type FormState, form, page } from '../platform/web/visit.ts'
import { addPerson } from './add-person.ts'
import { changePerson } from './change-person.ts'
import { endRole } from './end-role.ts'
import { giveRole } from './give-role.ts'
import { people } from './lists.ts'
import { may } from './policy.ts'
import { ROLES, roleName } from './roles.ts'

const section = 'People'
const toPeople = { href: '/people', text: 'People' }
const roleItems = [
  { value: '', text: 'Choose a role' },
  ...ROLES.map((role) => ({ value: role, text: roleName(role) })),
]

function NameAndContact({ state }: { state: FormState }) {
  const value = (field: string) => words(state.typed[field])
  return (
    <>
      <Input name="name" label="Name" value={value('name')} error={errorFor(state, 'name')} />
      <Input
        name="email"
        label="Email address"
        hint="They sign in with it"
        type="email"
        value={value('email')}
        error={errorFor(state, 'email')}
      />
      <Input
        name="phone"
        label="Phone number"
        type="tel"
        value={value('phone')}
        error={errorFor(state, 'phone')}
      />
    </>
  )
}

function RoleAndDays({ state, until = true }: { state: FormState; until?: boolean }) {
  return (
    <>
      <Select
        name="role"
        label="Role"
        items={roleItems}
        value={words(state.typed.role)}
        error={errorFor(state, 'role')}
      />
      <DateInput
        name="from"
        legend="From"
        values={dateValues(state, 'from')}
        error={errorFor(state, 'from')}
      />
      {until && (
        <DateInput
          name="until"
          legend="Until, if it ends"
          hint="The first day they no longer hold it. An inspector’s access must end."
          values={dateValues(state, 'until')}
          error={errorFor(state, 'until')}
        />
      )}
    </>
  )
}

export const peoplePages = [
  page('/people', async (visit) => {
    const name = words(visit.query.name)
    const found = await visit.look(people, { name })
    const manages = may.manageService(await visit.actor())
    return {
      title: 'People',
      section,
      body: (
        <>
          {manages && <Button href="/people/new">Add a member of staff</Button>}
          <SearchBox name="name" label="Find by name" value={name} />
          <Table
            caption={`${found.length} people`}
            scroll
            rowHeaders
            head={['Name', 'Today', 'Email', 'Phone']}
            rows={found.map((person) => [
              manages ? <a href={`/people/${person.id}`}>{person.name}</a> : person.name,
              person.roles.join(', '),
              person.email ?? '',
              person.phone ?? '',
            ])}
          />
        </>
      ),
    }
  }),

  form('/people/new', addPerson, {
    input: (_visit, typed) => typed,
    show: async (_visit, state) => ({
      title: 'Add a member of staff',
      section,
      back: toPeople,
      body: (
        <form method="post" novalidate>
          <NameAndContact state={state} />
          <RoleAndDays state={state} />
          <Button>Add this person</Button>
        </form>
      ),
    }),
    done: () => '/people',
  }),

  form('/people/:person', changePerson, {
    input: ({ params }, typed) => ({ ...typed, person: params.person }),
    show: async (visit, state) => {
      const person = (await visit.look(people)).find(({ id }) => id === visit.params.person)
      if (!person) throw new NotFound()
      const typed =
        state.errors.length > 0
          ? state.typed
          : { name: person.name, email: person.email ?? '', phone: person.phone ?? '' }
      return {
        title: person.name,
        section,
        back: toPeople,
        body: (
          <>
            <p>Today: {person.roles.join(', ') || 'no role'}</p>
            {person.kind === 'staff' && (
              <p>
                <a href={`/people/${person.id}/roles/new`}>Give a role</a> or{' '}
                <a href={`/people/${person.id}/roles/end`}>end a role</a>
              </p>
            )}
            <form method="post" novalidate>
              <NameAndContact state={{ ...state, typed }} />
              <Button>Save</Button>
            </form>
          </>
        ),
      }
    },
    done: () => '/people',
  }),

  form('/people/:person/roles/new', giveRole, {
    input: ({ params }, typed) => ({ ...typed, person: params.person }),
    show: async (visit, state) => ({
      title: 'Give a role',
      section,
      back: { href: `/people/${visit.params.person}` },
      body: (
        <form method="post" novalidate>
          <RoleAndDays state={state} />
          <Button>Give this role</Button>
        </form>
      ),
    }),
    done: (_result, { params }) => `/people/${params.person}`,
  }),

  form('/people/:person/roles/end', endRole, {
    input: ({ params }, typed) => ({ ...typed, person: params.person }),
    show: async (visit, state) => ({
      title: 'End a role',
      section,
      back: { href: `/people/${visit.params.person}` },
      body: (
        <form method="post" novalidate>
          <RoleAndDays state={state} until={false} />
          <Button kind="warning">End this role</Button>
        </form>
      ),
    }),
    done: (_result, { params }) => `/people/${params.person}`,
  }),
]

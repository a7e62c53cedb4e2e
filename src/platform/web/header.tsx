import { Logo } from './logo.tsx'

export type NavLink = { name: string; href: string; current?: boolean | undefined }

export type HeaderProps = {
  /** The council's own name and header colour (`#rrggbb`, refused when white cannot be read on it). */
  service?: { name?: string | undefined; colour?: string | undefined } | undefined
  nav?: readonly NavLink[] | undefined
  /** Who is signed in. */
  person?: { name: string; role?: string | undefined } | undefined
  /** Where the sign-out button posts to. */
  signOut?: string | undefined
}

/** The night-blue bar: whose service this is, where one can go, who is signed in. Opens without script. */
export function Header({ service, nav = [], person, signOut = '/sign-out' }: HeaderProps) {
  return (
    <header class="header">
      <div class="govuk-width-container header__inner">
        <a class="header__home" href="/">
          <Logo />
          <span>
            <span class="header__product">Constellation</span>
            {service?.name && (
              <>
                {' '}
                <span class="header__service">{service.name}</span>
              </>
            )}
          </span>
        </a>
        {(nav.length > 0 || person) && (
          <details class="menu">
            <summary class="menu__button">Menu</summary>
            <div class="menu__content">
              {nav.length > 0 && <Navigation nav={nav} />}
              {person && (
                <div class="menu__person">
                  <span>
                    {person.name}
                    {person.role && `, ${person.role}`}
                  </span>
                  <form method="post" action={signOut}>
                    <button type="submit" class="link-button">
                      Sign out
                    </button>
                  </form>
                </div>
              )}
            </div>
          </details>
        )}
      </div>
    </header>
  )
}

function Navigation({ nav }: { nav: readonly NavLink[] }) {
  return (
    <nav aria-label="Main">
      <ul class="menu__list">
        {nav.map(({ name, href, current }) => (
          <li>
            <a class="menu__link" href={href} aria-current={current ? 'page' : undefined}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

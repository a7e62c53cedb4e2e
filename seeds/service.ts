import type { SeedStaff } from './shape.ts'

/** A service that does not exist, in a county that does not exist. Its phone numbers reach nobody (07700 900xxx). */
export const service = {
  name: 'Arden County Fostering',
  dutyPhone: '07700 900 999',
  council: 'Arden County Council',
}

/** Somebody in every role; their names are made up. */
export const staff = {
  programmeLead: { name: 'Helen Marchetti', role: 'programme_lead' },
  fosteringManager: { name: 'Winston Adair', role: 'fostering_manager' },
  teamManager: { name: 'Priya Nandakumar', role: 'team_manager' },
  kingfisherLiaison: { name: 'Ruth Oyelaran', role: 'liaison_worker' },
  skylarkLiaison: { name: 'Callum Fairweather', role: 'liaison_worker' },
  tomasz: { name: 'Tomasz Zielinski', role: 'supervising_social_worker' },
  beth: { name: 'Beth Llewellyn', role: 'supervising_social_worker' },
  nkechi: { name: 'Nkechi Obiora', role: 'supervising_social_worker' },
  martin: { name: 'Martin Sowerby', role: 'supervising_social_worker' },
  nadia: { name: 'Nadia Fernsby', role: 'child_social_worker' },
  joel: { name: 'Joel Pemberton', role: 'child_social_worker' },
  aoife: { name: 'Aoife Kinsella', role: 'child_social_worker' },
  samuel: { name: 'Samuel Tetteh', role: 'child_social_worker' },
  dutyWorker: { name: 'Corin Bellamy', role: 'duty_worker' },
  outOfHoursManager: { name: 'Beatrice Thornhill', role: 'duty_manager' },
  recruitmentOfficer: { name: 'Ola Wychwood', role: 'recruitment_officer' },
  inspector: { name: 'Hester Quill', role: 'inspector', until: 12 },
  coach: { name: 'Jude Merriman', role: 'coach' },
} as const satisfies Record<string, SeedStaff>

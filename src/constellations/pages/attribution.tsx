/** Whose positions these are: shown wherever homes are placed by them, as the Open Government Licence asks. */
export function Attribution({ year }: { year: string }) {
  return (
    <p class="small quiet">
      Positions: Source: Office for National Statistics licensed under the Open Government Licence v.3.0.
      Contains OS data © Crown copyright and database right {year}. Contains Royal Mail data © Royal Mail
      copyright and database right {year}. Contains National Statistics data © Crown copyright and database
      right {year}.
    </p>
  )
}

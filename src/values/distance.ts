/** A place on the globe in WGS 84 degrees. */
export type Point = { lat: number; lon: number }

const EARTH_RADIUS_MILES = 3958.7613

const radians = (degrees: number): number => (degrees * Math.PI) / 180
const degrees = (angle: number): number => (angle * 180) / Math.PI

/** Miles between two places as the crow flies (haversine, on a sphere of the Earth's mean radius). */
export function miles(a: Point, b: Point): number {
  const north = Math.sin(radians(b.lat - a.lat) / 2) ** 2
  const east = Math.sin(radians(b.lon - a.lon) / 2) ** 2
  const chord = north + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * east
  return 2 * EARTH_RADIUS_MILES * Math.asin(Math.min(1, Math.sqrt(chord)))
}

/** The direction to set out in from `a` towards `b`: degrees clockwise from north, 0 up to but not 360. */
export function bearing(a: Point, b: Point): number {
  const turn = radians(b.lon - a.lon)
  const east = Math.sin(turn) * Math.cos(radians(b.lat))
  const north =
    Math.cos(radians(a.lat)) * Math.sin(radians(b.lat)) -
    Math.sin(radians(a.lat)) * Math.cos(radians(b.lat)) * Math.cos(turn)
  return (degrees(Math.atan2(east, north)) + 360) % 360
}

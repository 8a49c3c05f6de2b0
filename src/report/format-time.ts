const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const months = 'January February March April May June July August September October November December'.split(' ');

/** An instant on the clocks of a place, in words. */
export interface TimeInZone {
  /** `Tue 2 Mar 2027`. */
  readonly day: string;
  /** `09:00`. */
  readonly time: string;
  /** `March`. */
  readonly month: string;
  /** `Berlin`. */
  readonly place: string;
}

/** Reads an instant on the clocks of an IANA zone; UTC where the zone does not exist. Names are ours, so that all machines agree. */
export function inZone(instant: Date, zone: string): TimeInZone {
  const clock = clockOf(zone);
  const parts = new Map(clock.formatToParts(instant).map(({ type, value }) => [type, value]));
  const [year, month, day] = (['year', 'month', 'day'] as const).map((name) => Number(parts.get(name)));
  const weekday = days[new Date(Date.UTC(year ?? 0, (month ?? 1) - 1, day)).getUTCDay()] ?? '';
  const name = months[(month ?? 1) - 1] ?? '';
  return {
    day: `${weekday} ${day} ${name.slice(0, 3)} ${year}`,
    time: `${parts.get('hour')}:${parts.get('minute')}`,
    month: name,
    place: placeName(clock.resolvedOptions().timeZone),
  };
}

/** `Tue 2 Mar 2027, 09:00 Berlin`. */
export function formatInZone(instant: Date, zone: string): string {
  const { day, time, place } = inZone(instant, zone);
  return `${day}, ${time} ${place}`;
}

/** `Tue 2 Mar 2027, 08:00 UTC`. */
export function formatUtc(instant: Date): string {
  return formatInZone(instant, 'UTC');
}

function clockOf(zone: string): Intl.DateTimeFormat {
  const fields = { year: 'numeric', month: 'numeric', day: 'numeric', hour: '2-digit', minute: '2-digit' } as const;
  try {
    return new Intl.DateTimeFormat('en-GB', { ...fields, timeZone: zone });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return new Intl.DateTimeFormat('en-GB', { ...fields, timeZone: 'UTC' });
  }
}

function placeName(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}

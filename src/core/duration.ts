const pattern = /^P(?!$)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;

/**
 * The instant that lies an ISO 8601 duration after another. Years and months are those of the UTC calendar, a day is
 * 24 hours. Throws on text that is no duration: schemas have refused it before.
 */
export function addDuration(start: Date, duration: string): Date {
  const match = pattern.exec(duration);
  if (match === null) throw new Error(`not a duration: ${duration}`);
  const [years = 0, months = 0, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = match
    .slice(1)
    .map((part) => Number(part ?? 0));
  const end = new Date(start);
  addMonths(end, years * 12 + months);
  const dayCount = weeks * 7 + days;
  end.setTime(end.getTime() + (((dayCount * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000);
  return end;
}

/** The 31st plus one month is the last day of a shorter month, never a day of the month after. */
function addMonths(date: Date, months: number): void {
  if (months === 0) return;
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(day, last));
}

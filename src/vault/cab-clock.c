/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-vault"

#include "config.h"

#include "cab-clock.h"

#include <string.h>
#include <time.h>

#define MS_PER_SECOND G_GINT64_CONSTANT (1000)
#define NS_PER_MS G_GINT64_CONSTANT (1000000)
#define NS_PER_SECOND G_GINT64_CONSTANT (1000000000)

/* 0001-01-01T00:00:00Z and 9999-12-31T23:59:59Z, in seconds */
#define FIRST_SECOND G_GINT64_CONSTANT (-62135596800)
#define LAST_SECOND G_GINT64_CONSTANT (253402300799)

#define UNKNOWN_BOOT_ID "00000000-0000-0000-0000-000000000000"
#define FIXED_BOOT_ID "b0071d00-0000-4000-8000-000000000001"

struct _CabClock
{
  gatomicrefcount references;
  gboolean fixed;

  /* Owned */
  GTimeZone *zone;
  char *zone_name;
  char boot_id[CAB_BOOT_ID_LENGTH + 1];

  /* State of a fixed clock */
  gint64 wall_ms;
  gint64 boottime_ns;
};

/* The part of a zone's identifier that IANA would know, NULL when there is none:
 * TZ may also be a path, or a rule such as EST5EDT that names no place. */
static char *
dup_zone_name (GTimeZone *zone)
{
  const char *name = g_time_zone_get_identifier (zone);
  const char *folder = strstr (name, "/zoneinfo/");
  g_autoptr (GTimeZone) same = NULL;

  if (folder != NULL)
    name = folder + strlen ("/zoneinfo/");
  else if (*name == ':')
    name++;
  if (!g_ascii_isalpha (*name) || strpbrk (name, ",<>") != NULL)
    return NULL;
  same = g_time_zone_new_identifier (name);
  return same == NULL ? NULL : g_strdup (name);
}

static void
read_boot_id (char *boot_id)
{
  g_autofree char *text = NULL;
  gsize length;

  if (g_file_get_contents ("/proc/sys/kernel/random/boot_id", &text, &length, NULL)
      && length >= CAB_BOOT_ID_LENGTH)
    g_strlcpy (boot_id, text, CAB_BOOT_ID_LENGTH + 1);
  else
    g_strlcpy (boot_id, UNKNOWN_BOOT_ID, CAB_BOOT_ID_LENGTH + 1);
}

static CabClock *
create (GTimeZone *zone, const char *zone_name)
{
  CabClock *self = g_new0 (CabClock, 1);

  g_atomic_ref_count_init (&self->references);
  self->zone = zone;
  self->zone_name = g_strdup (zone_name);
  return self;
}

CabClock *
cab_clock_new_real (void)
{
  GTimeZone *zone = g_time_zone_new_local ();
  g_autofree char *name = dup_zone_name (zone);
  CabClock *self = create (zone, name == NULL ? "UTC" : name);

  read_boot_id (self->boot_id);
  return self;
}

CabClock *
cab_clock_new_fixed (gint64 wall_ms, const char *zone)
{
  GTimeZone *found;
  CabClock *self;

  g_return_val_if_fail (zone != NULL, NULL);
  found = g_time_zone_new_identifier (zone);
  g_return_val_if_fail (found != NULL, NULL);

  self = create (found, zone);
  self->fixed = TRUE;
  self->wall_ms = wall_ms;
  self->boottime_ns = 3600 * NS_PER_SECOND;
  g_strlcpy (self->boot_id, FIXED_BOOT_ID, sizeof self->boot_id);
  return self;
}

CabClock *
cab_clock_ref (CabClock *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
cab_clock_unref (CabClock *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_time_zone_unref (self->zone);
  g_free (self->zone_name);
  g_free (self);
}

gint64
cab_clock_get_wall_ms (CabClock *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->fixed ? self->wall_ms : g_get_real_time () / 1000;
}

gint64
cab_clock_get_boottime_ns (CabClock *self)
{
  struct timespec now;

  g_return_val_if_fail (self != NULL, 0);

  if (self->fixed)
    return self->boottime_ns;
  if (clock_gettime (CLOCK_BOOTTIME, &now) != 0)
    return g_get_monotonic_time () * 1000;
  return now.tv_sec * NS_PER_SECOND + now.tv_nsec;
}

const char *
cab_clock_get_boot_id (CabClock *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->boot_id;
}

const char *
cab_clock_get_zone (CabClock *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->zone_name;
}

/* Whole seconds, rounded towards the past and kept within four-digit years. */
static gint64
clamp_to_seconds (gint64 wall_ms)
{
  gint64 seconds = wall_ms / MS_PER_SECOND;

  if (wall_ms % MS_PER_SECOND < 0)
    seconds--;
  return CLAMP (seconds, FIRST_SECOND, LAST_SECOND);
}

char *
cab_clock_dup_today (CabClock *self)
{
  g_autoptr (GDateTime) utc = NULL;
  g_autoptr (GDateTime) local = NULL;
  int year;
  int month;
  int day;

  g_return_val_if_fail (self != NULL, NULL);

  utc = g_date_time_new_from_unix_utc (clamp_to_seconds (cab_clock_get_wall_ms (self)));
  local = g_date_time_to_timezone (utc, self->zone);
  /* A zone can carry the very first or last day out of the calendar. */
  g_date_time_get_ymd (local == NULL ? utc : local, &year, &month, &day);
  return g_strdup_printf ("%04d-%02d-%02d", year, month, day);
}

char *
cab_clock_dup_now (CabClock *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return cab_clock_dup_instant (cab_clock_get_wall_ms (self));
}

char *
cab_clock_dup_instant (gint64 wall_ms)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (clamp_to_seconds (wall_ms));

  return g_strdup_printf ("%04d-%02d-%02dT%02d:%02d:%02dZ", g_date_time_get_year (utc),
                          g_date_time_get_month (utc), g_date_time_get_day_of_month (utc),
                          g_date_time_get_hour (utc), g_date_time_get_minute (utc),
                          g_date_time_get_second (utc));
}

/* The number that @length digits make; the caller saw that they are digits. */
static int
read_digits (const char *text, guint length)
{
  int number = 0;

  for (guint i = 0; i < length; i++)
    number = number * 10 + (text[i] - '0');
  return number;
}

gboolean
cab_clock_parse_instant (const char *text, gint64 *wall_ms)
{
  static const char shape[] = "dddd-dd-ddTdd:dd:ddZ";
  g_autoptr (GDateTime) utc = NULL;

  g_return_val_if_fail (text != NULL, FALSE);

  /* The NUL is compared too, so a shorter text ends the loop and a longer one fails. */
  for (guint i = 0; i < sizeof shape; i++)
    if (shape[i] == 'd' ? !g_ascii_isdigit (text[i]) : text[i] != shape[i])
      return FALSE;

  utc = g_date_time_new_utc (read_digits (text, 4), read_digits (text + 5, 2),
                             read_digits (text + 8, 2), read_digits (text + 11, 2),
                             read_digits (text + 14, 2), read_digits (text + 17, 2));
  if (utc == NULL)
    return FALSE;
  if (wall_ms != NULL)
    *wall_ms = g_date_time_to_unix (utc) * MS_PER_SECOND;
  return TRUE;
}

void
cab_clock_set_wall_ms (CabClock *self, gint64 wall_ms)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (self->fixed);

  self->wall_ms = wall_ms;
}

void
cab_clock_advance (CabClock *self, gint64 ms)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (self->fixed);
  g_return_if_fail (ms >= 0);

  self->wall_ms += ms;
  self->boottime_ns += ms * NS_PER_MS;
}

void
cab_clock_reboot (CabClock *self, const char *boot_id)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (self->fixed);
  g_return_if_fail (boot_id != NULL && strlen (boot_id) == CAB_BOOT_ID_LENGTH);

  g_strlcpy (self->boot_id, boot_id, sizeof self->boot_id);
  self->boottime_ns = 0;
}

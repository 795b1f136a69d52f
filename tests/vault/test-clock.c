/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include "cab-clock.h"

#include <string.h>

/* [M-2] an instant is 20 characters of UTC that sort as the time does */
static void
test_instant_is_utc (void)
{
  /* The numbers are those of GNU date -u -d … +%s. */
  static const struct
  {
    gint64 wall_ms;
    const char *instant;
  } cases[] = {
    { 0, "1970-01-01T00:00:00Z" },
    { 999, "1970-01-01T00:00:00Z" },
    { -1, "1969-12-31T23:59:59Z" },
    { -1000, "1969-12-31T23:59:59Z" },
    { -1001, "1969-12-31T23:59:58Z" },
    { 951782400000, "2000-02-29T00:00:00Z" },
    { 1769853600000, "2026-01-31T10:00:00Z" },
    { 1483228799000, "2016-12-31T23:59:59Z" },
    { 1483228800000, "2017-01-01T00:00:00Z" },
    { -62135596800000, "0001-01-01T00:00:00Z" },
    { 253402300799999, "9999-12-31T23:59:59Z" },
    { G_MININT64, "0001-01-01T00:00:00Z" },
    { G_MAXINT64, "9999-12-31T23:59:59Z" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *instant = cab_clock_dup_instant (cases[i].wall_ms);

      g_assert_cmpuint (strlen (instant), ==, CAB_INSTANT_LENGTH);
      g_assert_cmpstr (instant, ==, cases[i].instant);
    }
}

/* [M-2] what is not an instant is refused: other offsets, second 60, 30 February */
static void
test_parse_takes_instants_only (void)
{
  static const char *const refused[] = {
    "",
    "2026",
    "2026-01-31",
    "2026-01-31T10:00:00",
    "2026-01-31T10:00:00z",
    "2026-01-31 10:00:00Z",
    "2026-01-31T10:00:00+00:00",
    "2026-01-31T10:00:60Z",
    "2026-01-31T24:00:00Z",
    "2026-02-30T10:00:00Z",
    "2025-02-29T10:00:00Z",
    "2026-13-01T10:00:00Z",
    "2026-00-01T10:00:00Z",
    "0000-01-01T00:00:00Z",
    "2026-01-31T10:00:00Z ",
    " 2026-01-31T10:00:00Z",
    "2026-01-31T10:00:00.0Z",
    "2026-01-31T1O:00:00Z",
    "-026-01-31T10:00:00Z",
  };
  static const gint64 taken[]
      = { 0, -62135596800000, 253402300799000, 951782400000, 1769853600000 };
  gint64 wall_ms = 42;

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    if (cab_clock_parse_instant (refused[i], &wall_ms))
      g_error ("“%s” was taken for an instant", refused[i]);
  g_assert_cmpint (wall_ms, ==, 42);

  for (guint i = 0; i < G_N_ELEMENTS (taken); i++)
    {
      g_autofree char *instant = cab_clock_dup_instant (taken[i]);

      g_assert_true (cab_clock_parse_instant (instant, &wall_ms));
      g_assert_cmpint (wall_ms, ==, taken[i]);
    }
  g_assert_true (cab_clock_parse_instant ("2026-01-31T10:00:00Z", NULL));
}

static void
test_today_is_in_the_zone (void)
{
  static const struct
  {
    const char *instant;
    const char *zone;
    const char *today;
  } cases[] = {
    { "2026-03-28T23:30:00Z", "UTC", "2026-03-28" },
    { "2026-03-28T23:30:00Z", "Europe/Berlin", "2026-03-29" },
    { "2026-03-28T11:30:00Z", "Pacific/Auckland", "2026-03-29" },
    { "2026-01-01T04:59:59Z", "America/New_York", "2025-12-31" },
    { "0001-01-01T00:00:00Z", "America/New_York", "0001-01-01" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CabClock) clock = NULL;
      g_autofree char *today = NULL;
      gint64 wall_ms;

      g_assert_true (cab_clock_parse_instant (cases[i].instant, &wall_ms));
      clock = cab_clock_new_fixed (wall_ms, cases[i].zone);
      today = cab_clock_dup_today (clock);
      g_assert_cmpstr (today, ==, cases[i].today);
      g_assert_cmpstr (cab_clock_get_zone (clock), ==, cases[i].zone);
    }
}

/* [V-94] wall time, boot id and boot time move apart as they do on a computer */
static void
test_fixed_clock_moves_when_told (void)
{
  g_autoptr (CabClock) clock = cab_clock_new_fixed (1769853600000, "Europe/Berlin");
  g_autofree char *now = cab_clock_dup_now (clock);
  g_autofree char *boot_id = g_strdup (cab_clock_get_boot_id (clock));
  gint64 boottime_ns = cab_clock_get_boottime_ns (clock);

  g_assert_cmpstr (now, ==, "2026-01-31T10:00:00Z");
  g_assert_cmpuint (strlen (boot_id), ==, CAB_BOOT_ID_LENGTH);

  cab_clock_advance (clock, 1500);
  g_assert_cmpint (cab_clock_get_wall_ms (clock), ==, 1769853601500);
  g_assert_cmpint (cab_clock_get_boottime_ns (clock), ==, boottime_ns + 1500000000);

  cab_clock_set_wall_ms (clock, 0);
  g_assert_cmpint (cab_clock_get_wall_ms (clock), ==, 0);
  g_assert_cmpint (cab_clock_get_boottime_ns (clock), ==, boottime_ns + 1500000000);

  cab_clock_reboot (clock, "b0071d00-0000-4000-8000-000000000002");
  g_assert_cmpint (cab_clock_get_boottime_ns (clock), ==, 0);
  g_assert_cmpstr (cab_clock_get_boot_id (clock), !=, boot_id);
}

static void
test_real_clock_tells_the_time (void)
{
  g_autoptr (CabClock) clock = cab_clock_new_real ();
  g_autoptr (CabClock) again = cab_clock_ref (clock);
  gint64 before = g_get_real_time () / 1000;
  gint64 wall_ms = cab_clock_get_wall_ms (again);
  gint64 boottime_ns = cab_clock_get_boottime_ns (clock);
  g_autofree char *from_kernel = NULL;

  g_assert_cmpint (wall_ms, >=, before);
  g_assert_cmpint (wall_ms, <=, g_get_real_time () / 1000);
  g_assert_cmpint (boottime_ns, >, 0);
  g_assert_cmpint (cab_clock_get_boottime_ns (clock), >=, boottime_ns);
  g_assert_true (g_file_get_contents ("/proc/sys/kernel/random/boot_id", &from_kernel, NULL, NULL));
  g_assert_cmpstr (cab_clock_get_boot_id (clock), ==, g_strchomp (from_kernel));
}

/* The zone's name as TZ gives it, in a child since the C library reads TZ once. */
static void
test_zone_is_an_iana_name (void)
{
  static const struct
  {
    const char *tz;
    const char *zone;
  } cases[] = {
    { "Pacific/Auckland", "Pacific/Auckland" },
    { ":Europe/Berlin", "Europe/Berlin" },
    { "/usr/share/zoneinfo/Europe/London", "Europe/London" },
    { "<+03>-3", "UTC" },
    { "Nowhere/Nothing", "UTC" },
    { "", "UTC" },
  };

  if (g_test_subprocess ())
    {
      g_autoptr (CabClock) clock = cab_clock_new_real ();

      g_print ("zone=%s.\n", cab_clock_get_zone (clock));
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) environment = g_environ_setenv (g_get_environ (), "TZ", cases[i].tz, TRUE);
      g_autofree char *pattern = g_strdup_printf ("*zone=%s.\n*", cases[i].zone);

      g_test_trap_subprocess_with_envp (NULL, (const char *const *)environment, 0,
                                        G_TEST_SUBPROCESS_DEFAULT);
      g_test_trap_assert_passed ();
      g_test_trap_assert_stdout (pattern);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/vault/clock/instant-is-utc", test_instant_is_utc);
  g_test_add_func ("/vault/clock/parse-takes-instants-only", test_parse_takes_instants_only);
  g_test_add_func ("/vault/clock/today-is-in-the-zone", test_today_is_in_the_zone);
  g_test_add_func ("/vault/clock/fixed-clock-moves-when-told", test_fixed_clock_moves_when_told);
  g_test_add_func ("/vault/clock/real-clock-tells-the-time", test_real_clock_tells_the_time);
  g_test_add_func ("/vault/clock/zone-is-an-iana-name", test_zone_is_an_iana_name);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-settings.h"

#include "cab-kdf.h"

static const char *
get_test_setting (const char *name)
{
  return CAB_TEST_PROFILE ? g_getenv (name) : NULL;
}

static CabClock *
make_clock (void)
{
  const char *instant = get_test_setting ("CABINET_TEST_CLOCK");
  const char *zone = get_test_setting ("CABINET_TEST_ZONE");
  gint64 wall_ms = 0;

  if (instant != NULL && cab_clock_parse_instant (instant, &wall_ms))
    return cab_clock_new_fixed (wall_ms, zone != NULL ? zone : "UTC");

  return cab_clock_new_real ();
}

static CabIds *
make_ids (void)
{
  const char *seed = get_test_setting ("CABINET_TEST_IDS");

  if (seed != NULL)
    return cab_ids_new_counted (g_ascii_strtoull (seed, NULL, 10));

  return cab_ids_new_random ();
}

void
cab_settings_init (CabVaultSettings *self)
{
  g_return_if_fail (self != NULL);

  *self = (CabVaultSettings){ .clock = make_clock (), .ids = make_ids () };
}

void
cab_settings_clear (CabVaultSettings *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->clock, cab_clock_unref);
  g_clear_pointer (&self->ids, cab_ids_unref);
}

char *
cab_settings_dup_data_folder (void)
{
  return g_build_filename (g_get_user_data_dir (), "cabinet", NULL);
}

int
cab_settings_get_profile (void)
{
  return get_test_setting ("CABINET_TEST_KDF") != NULL ? CAB_KDF_PROFILE_TEST : -1;
}

const char *
cab_settings_get_locale_dir (void)
{
  const char *folder = get_test_setting ("CABINET_TEST_LOCALE_DIR");

  return folder != NULL ? folder : CAB_LOCALE_DIR;
}

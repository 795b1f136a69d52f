/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-practice-settings.h"

G_BEGIN_DECLS

/**
 * CabHomeCountry:
 * @code: ISO 3166, or "" for any other
 * @name: marked for translation
 * @jurisdiction: the law whose presets a practice there begins with
 * @currency: (nullable): ISO 4217
 *
 * A country a practice can be in. Source: window.md [W-36].
 */
typedef struct
{
  const char *code;
  const char *name;
  CabJurisdiction jurisdiction;
  const char *currency;
} CabHomeCountry;

/**
 * cab_home_country_list:
 *
 * Returns: (transfer container) (element-type CabHomeCountry): sorted by
 *   translated name, with "Another country" at the end
 */
GPtrArray *cab_home_country_list (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * cab_home_country_find_local:
 * @countries: as listed
 *
 * Returns: the position of the country that the computer's locale names; of
 *   "Another country" when it names none
 */
guint cab_home_country_find_local (GPtrArray *countries);

G_END_DECLS

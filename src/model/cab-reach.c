/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-model"

#include "config.h"

#include "cab-reach-private.h"

#include "cab-country.h"
#include "cab-model-error.h"

#include <glib/gi18n.h>
#include <string.h>

static gboolean
is_email (const char *text)
{
  const char *at = strchr (text, '@');

  return at != NULL && at != text && at[1] != '\0' && strchr (at + 1, '@') == NULL
         && !g_ascii_isspace (at[-1]) && !g_ascii_isspace (at[1]);
}

static gboolean
is_phone (const char *text)
{
  return strspn (text, "0123456789 +()-.") == strlen (text)
         && strcspn (text, "0123456789") < strlen (text);
}

gboolean
cab_reach_check_email (CabRecord *record, guint field, GError **error)
{
  const char *text = cab_record_get_text (record, field);

  return text == NULL || is_email (text)
         || cab_record_set_error (record, (int)field, CAB_MODEL_ERROR_INVALID, error,
                                  _ ("an e-mail address has one @ with text on each side."));
}

gboolean
cab_reach_check_phone (CabRecord *record, guint field, GError **error)
{
  const char *text = cab_record_get_text (record, field);

  return text == NULL || is_phone (text)
         || cab_record_set_error (record, (int)field, CAB_MODEL_ERROR_INVALID, error,
                                  _ ("a phone number has digits, spaces and + ( ) - . only."));
}

gboolean
cab_reach_check_country (CabRecord *record, guint field, GError **error)
{
  const char *text = cab_record_get_text (record, field);

  return text == NULL || cab_country_is_code (text)
         || cab_record_set_error (record, (int)field, CAB_MODEL_ERROR_INVALID, error,
                                  _ ("“%s” is not a country code of two capitals like GB."), text);
}

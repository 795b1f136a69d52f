/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-model"

#include "config.h"

#include "cab-preference.h"

#include "cab-codes.h"
#include "cab-model-error.h"
#include "cab-practice.h"

#include <glib/gi18n.h>
#include <string.h>

#define OWN(field) CAB_OWN (CAB_PREFERENCE_FIELD_##field)

/* clang-format off */
static const CabField fields[] = {
  [CAB_PREFERENCE_FIELD_NAME] = {
    .name = "name", .type = CAB_FIELD_TEXT, .maximum = 64, .required = CAB_REQUIRED_YES,
    .right = CAB_RIGHT_AUTHORED, .flags = CAB_FLAG_FIXED | CAB_FLAG_UNIQUE, .label = N_ ("Name"),
    .why = N_ ("To find the setting again."), .since = 1
  },
  [CAB_PREFERENCE_FIELD_VALUE] = {
    .name = "value", .type = CAB_FIELD_LONGTEXT, .right = CAB_RIGHT_AUTHORED,
    .label = N_ ("Value"), .why = N_ ("So that the practice works the way it was set up."),
    .since = 1
  },
};
/* clang-format on */

G_STATIC_ASSERT (G_N_ELEMENTS (fields) == CAB_PREFERENCE_N_FIELDS);

/* The default bases of [B-6] and the list each is chosen from. */
static const struct
{
  const char *prefix;
  const CabCodes *codes;
} bases[] = {
  { "basis6.", &cab_basis6_codes },
  { "basis9.", &cab_basis9_codes },
};

static gboolean
check (CabPractice *practice, CabRecord *record, GError **error)
{
  const char *name = cab_record_get_text (record, OWN (NAME));
  const char *value = cab_record_get_text (record, OWN (VALUE));

  for (guint i = 0; i < G_N_ELEMENTS (bases); i++)
    {
      const char *kind = name + strlen (bases[i].prefix);

      if (!g_str_has_prefix (name, bases[i].prefix))
        continue;
      if (cab_kind_find (kind) == NULL)
        return cab_record_set_error (record, OWN (NAME), CAB_MODEL_ERROR_INVALID, error,
                                     _ ("“%s” is not a kind of record."), kind);
      if (cab_codes_find (bases[i].codes, value) < 0)
        return cab_record_set_error (record, OWN (VALUE), CAB_MODEL_ERROR_INVALID, error,
                                     _ ("this is not a legal basis of the list."));
    }

  return TRUE;
}

static char *
describe (CabRecord *record)
{
  return cab_record_dup_text (record, OWN (NAME));
}

const CabKind cab_preference_kind = {
  .name = "preference",
  .plural = "preferences",
  .table = "preference",
  .label = N_ ("Preference"),
  .label_plural = N_ ("Preferences"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .owner = CAB_NO_OWNER,
  .ordinal = CAB_NO_OWNER,
  .origin = CAB_ORIGIN_AUTHORED,
  .trash = CAB_TRASH_NEVER,
  .trash_refusal = N_ ("A preference cannot be moved to the trash. Set it to another value."),
  .mutability = CAB_MUTABLE,
  .check = check,
  .describe = describe,
  .get_type = cab_preference_get_type,
};

CAB_DEFINE_KIND (CabPreference, cab_preference, &cab_preference_kind)

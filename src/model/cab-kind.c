/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-model"

#include "config.h"

#include "cab-kind.h"

#include "cab-codes.h"

#include <glib/gi18n.h>
#include <string.h>

/* The fields that every record has [M-5]; written by the model alone. */
const CabField cab_system_fields[CAB_N_SYSTEM_FIELDS] = {
  [CAB_SYSTEM_ID] = { .name = "id",
                      .type = CAB_FIELD_TEXT,
                      .minimum = 36,
                      .maximum = 36,
                      .required = CAB_REQUIRED_YES,
                      .right = CAB_RIGHT_DERIVED,
                      .flags = CAB_FLAG_FIXED,
                      .label = N_ ("Number"),
                      .why = N_ ("So that each record can be told from every other."),
                      .since = 1 },
  [CAB_SYSTEM_REVISION] = { .name = "revision",
                            .type = CAB_FIELD_INTEGER,
                            .minimum = 1,
                            .maximum = G_MAXINT32,
                            .required = CAB_REQUIRED_YES,
                            .right = CAB_RIGHT_DERIVED,
                            .label = N_ ("Revision"),
                            .why = N_ ("So that no change overwrites another unseen."),
                            .since = 1 },
  [CAB_SYSTEM_CREATED_AT] = { .name = "created_at",
                              .type = CAB_FIELD_INSTANT,
                              .required = CAB_REQUIRED_YES,
                              .right = CAB_RIGHT_DERIVED,
                              .flags = CAB_FLAG_FIXED,
                              .label = N_ ("Created"),
                              .why = N_ ("To show when this was written down."),
                              .since = 1 },
  [CAB_SYSTEM_MODIFIED_AT] = { .name = "modified_at",
                               .type = CAB_FIELD_INSTANT,
                               .required = CAB_REQUIRED_YES,
                               .right = CAB_RIGHT_DERIVED,
                               .flags = CAB_FLAG_CLASSIFIES,
                               .label = N_ ("Changed"),
                               .why = N_ ("To show when this was last changed."),
                               .since = 1 },
  [CAB_SYSTEM_CREATED_BY] = { .name = "created_by_id",
                              .type = CAB_FIELD_REF,
                              .target = "clinician",
                              .required = CAB_REQUIRED_YES,
                              .right = CAB_RIGHT_DERIVED,
                              .flags = CAB_FLAG_FIXED,
                              .label = N_ ("Created by"),
                              .why = N_ ("To show who wrote this down."),
                              .since = 1 },
  [CAB_SYSTEM_MODIFIED_BY] = { .name = "modified_by_id",
                               .type = CAB_FIELD_REF,
                               .target = "clinician",
                               .required = CAB_REQUIRED_YES,
                               .right = CAB_RIGHT_DERIVED,
                               .flags = CAB_FLAG_CLASSIFIES,
                               .label = N_ ("Changed by"),
                               .why = N_ ("To show who last changed this."),
                               .since = 1 },
  [CAB_SYSTEM_ORIGIN]
  = { .name = "origin",
      .type = CAB_FIELD_CODE,
      .codes = &cab_origin_codes,
      .required = CAB_REQUIRED_YES,
      .right = CAB_RIGHT_AUTHORED,
      .label = N_ ("Where this comes from"),
      .why = N_ ("To show whether you gave it, it was observed or someone else said it."),
      .since = 1 },
  [CAB_SYSTEM_SOURCE]
  = { .name = "source",
      .type = CAB_FIELD_TEXT,
      .required = CAB_REQUIRED_RULE,
      .right = CAB_RIGHT_AUTHORED,
      .label = N_ ("Source"),
      .why = N_ ("To name whom something was received from (GDPR Art 15(1)(g))."),
      .since = 1 },
  [CAB_SYSTEM_BASIS6] = { .name = "basis6",
                          .type = CAB_FIELD_CODE,
                          .codes = &cab_basis6_codes,
                          .required = CAB_REQUIRED_YES,
                          .right = CAB_RIGHT_AUTHORED,
                          .flags = CAB_FLAG_CLASSIFIES,
                          .label = N_ ("Lawful basis"),
                          .why = N_ ("To show on which legal basis this is held (GDPR Art 6)."),
                          .since = 1 },
  [CAB_SYSTEM_BASIS9]
  = { .name = "basis9",
      .type = CAB_FIELD_CODE,
      .codes = &cab_basis9_codes,
      .required = CAB_REQUIRED_YES,
      .right = CAB_RIGHT_AUTHORED,
      .flags = CAB_FLAG_CLASSIFIES,
      .label = N_ ("Basis for health data"),
      .why = N_ ("To show on which condition health data is held (GDPR Art 9)."),
      .since = 1 },
  [CAB_SYSTEM_SENSITIVITY] = { .name = "sensitivity",
                               .type = CAB_FIELD_CODE,
                               .codes = &cab_sensitivity_codes,
                               .required = CAB_REQUIRED_YES,
                               .right = CAB_RIGHT_AUTHORED,
                               .flags = CAB_FLAG_CLASSIFIES,
                               .label = N_ ("Handling"),
                               .why = N_ ("To look twice before this leaves the practice."),
                               .since = 1 },
  [CAB_SYSTEM_TRASHED_AT] = { .name = "trashed_at",
                              .type = CAB_FIELD_INSTANT,
                              .right = CAB_RIGHT_DERIVED,
                              .label = N_ ("Moved to the trash"),
                              .why = N_ ("To show that this is to be deleted but still held."),
                              .since = 1 },
  [CAB_SYSTEM_BUNDLE] = { .name = "bundle",
                          .type = CAB_FIELD_TEXT,
                          .maximum = 64,
                          .right = CAB_RIGHT_RECEIVED,
                          .label = N_ ("Imported from"),
                          .why = N_ ("To show with which import this came."),
                          .since = 1 },
  [CAB_SYSTEM_EXTENSION] = { .name = "extension",
                             .type = CAB_FIELD_LONGTEXT,
                             .right = CAB_RIGHT_RECEIVED,
                             .label = N_ ("Parts from a newer Cabinet"),
                             .why = N_ ("To hand on unchanged what this version cannot read."),
                             .since = 1 },
  [CAB_SYSTEM_CONTENT_DIGEST] = { .name = "content_digest",
                                  .type = CAB_FIELD_BYTES,
                                  .minimum = 32,
                                  .maximum = 32,
                                  .required = CAB_REQUIRED_YES,
                                  .right = CAB_RIGHT_DERIVED,
                                  .flags = CAB_FLAG_INTERNAL | CAB_FLAG_CLASSIFIES,
                                  .reason = "keyed with a secret of the file, worthless outside",
                                  .label = N_ ("Check value"),
                                  .why = N_ ("To notice when the stored copy is damaged."),
                                  .since = 1 },
};

const CabKind *
cab_kind_find (const char *name)
{
  g_return_val_if_fail (name != NULL, NULL);

  for (guint i = 0; cab_kinds[i] != NULL; i++)
    {
      const CabKind *kind = cab_kinds[i];

      if (strcmp (kind->name, name) == 0 || strcmp (kind->table, name) == 0
          || strcmp (kind->plural, name) == 0)
        return kind;
    }

  return NULL;
}

guint
cab_kind_get_n_fields (const CabKind *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return CAB_N_SYSTEM_FIELDS + self->n_fields;
}

const CabField *
cab_kind_get_field (const CabKind *self, guint index)
{
  g_return_val_if_fail (self != NULL && index < CAB_N_SYSTEM_FIELDS + self->n_fields, NULL);

  return index < CAB_N_SYSTEM_FIELDS ? &cab_system_fields[index]
                                     : &self->fields[index - CAB_N_SYSTEM_FIELDS];
}

gboolean
cab_kind_has_field (const CabKind *self, guint index)
{
  g_return_val_if_fail (self != NULL && index < CAB_N_SYSTEM_FIELDS + self->n_fields, FALSE);

  if (index >= CAB_N_SYSTEM_FIELDS || !self->without_system_fields)
    return TRUE;

  /* A blob chunk keeps its digest; the exported view of the log keeps nothing. */
  return index == CAB_SYSTEM_CONTENT_DIGEST && strcmp (self->name, "blob-chunk") == 0;
}

gboolean
cab_kind_holds_health_data (const CabKind *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (self->register_kind || (self->owner == CAB_NO_OWNER && strcmp (self->name, "client") != 0))
    return FALSE;

  for (guint i = 0; i < self->n_fields; i++)
    {
      if (self->fields[i].flags & CAB_FLAG_SENSITIVE)
        return TRUE;
    }

  return FALSE;
}

int
cab_kind_find_field (const CabKind *self, const char *name)
{
  g_autofree char *spelling = NULL;

  g_return_val_if_fail (self != NULL && name != NULL, -1);

  spelling = g_strdelimit (g_strdup (name), "-", '_');
  for (guint i = 0; i < cab_kind_get_n_fields (self); i++)
    {
      if (cab_kind_has_field (self, i)
          && strcmp (cab_kind_get_field (self, i)->name, spelling) == 0)
        return (int)i;
    }

  return -1;
}

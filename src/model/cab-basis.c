/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-model"

#include "config.h"

#include "cab-basis.h"

#include "cab-client.h"
#include "cab-codes.h"
#include "cab-model-error.h"
#include "cab-practice-settings.h"

#include <glib/gi18n.h>

/* What is asked for, and how it goes. */
typedef struct
{
  CabPractice *practice;
  const CabKind *kind;
  CabBasis6 basis6;
  CabBasis9 basis9;
  gint64 n_filled;
  gint64 n_left;
} Fill;

static CabFilter
make_filter (void)
{
  const CabFilter filter = {
    .field = CAB_SYSTEM_BASIS6,
    .equals = cab_basis6_codes.codes[CAB_BASIS6_NOT_APPLICABLE].code,
  };

  return filter;
}

CabBasisGroup
cab_basis_group_of (const CabKind *kind)
{
  g_return_val_if_fail (kind != NULL, CAB_BASIS_GROUP_NONE);

  if (kind->without_system_fields || kind->internal)
    return CAB_BASIS_GROUP_NONE;
  if (kind->register_kind)
    return CAB_BASIS_GROUP_LAW;
  if (kind == &cab_client_kind || kind->owner != CAB_NO_OWNER || kind->of_client != NULL)
    return CAB_BASIS_GROUP_CLIENTS;

  return CAB_BASIS_GROUP_PRACTICE;
}

gint64
cab_basis_count_unset (CabPractice *practice, const CabKind *kind, GError **error)
{
  const CabFilter filter = make_filter ();

  g_return_val_if_fail (CAB_IS_PRACTICE (practice) && kind != NULL, -1);

  return cab_practice_count (practice, kind, &filter, error);
}

/* A restricted record is kept and nothing else is done with it [M-19]. */
static gboolean
find_restriction (Fill *fill, CabRecord *record, gboolean *is_restricted, GError **error)
{
  const guint field = CAB_OWN (CAB_CLIENT_FIELD_RESTRICTED);
  g_autofree char *client_id = NULL;
  g_autoptr (CabRecord) client = NULL;

  *is_restricted = FALSE;
  if (fill->kind == &cab_client_kind)
    {
      *is_restricted = cab_record_get_bool (record, field);
      return TRUE;
    }

  client_id = cab_practice_dup_client_of (fill->practice, record);
  if (client_id == NULL)
    return TRUE;

  client = cab_practice_load (fill->practice, &cab_client_kind, client_id, error);
  if (client == NULL)
    return FALSE;

  *is_restricted = cab_record_get_bool (client, field);
  return TRUE;
}

static gboolean
fill_record (Fill *fill, CabRecord *record, GError **error)
{
  gboolean is_restricted;

  if (!find_restriction (fill, record, &is_restricted, error))
    return FALSE;

  if (is_restricted)
    {
      fill->n_left++;
      return TRUE;
    }

  cab_record_set_code (record, CAB_SYSTEM_BASIS6, (int)fill->basis6);
  cab_record_set_code (record, CAB_SYSTEM_BASIS9, (int)fill->basis9);
  fill->n_filled++;

  return cab_practice_save (fill->practice, record, error);
}

/* The list is read to its end before the first row of it is written. */
static gboolean
fill_all (CabPractice *practice, gpointer data, GError **error)
{
  Fill *fill = data;
  const CabFilter filter = make_filter ();
  g_autoptr (GPtrArray) records = cab_practice_list (practice, fill->kind, &filter, error);

  if (records == NULL)
    return FALSE;

  for (guint i = 0; i < records->len; i++)
    {
      if (!fill_record (fill, records->pdata[i], error))
        return FALSE;
    }

  return TRUE;
}

gboolean
cab_basis_fill_unset (CabPractice *practice,
                      const CabKind *kind,
                      gint64 *n_filled,
                      gint64 *n_left,
                      GError **error)
{
  Fill fill = { .practice = practice, .kind = kind };

  g_return_val_if_fail (CAB_IS_PRACTICE (practice) && kind != NULL, FALSE);
  g_return_val_if_fail (!kind->without_system_fields, FALSE);

  cab_practice_settings_get_basis (practice, kind, &fill.basis6, &fill.basis9);
  if (fill.basis6 == CAB_BASIS6_NOT_APPLICABLE)
    {
      g_set_error (error, CAB_MODEL_ERROR, CAB_MODEL_ERROR_INVALID,
                   _ ("Choose the legal basis for new records of ‘%s’ first."),
                   g_dgettext (GETTEXT_PACKAGE, kind->label_plural));
      return FALSE;
    }

  if (!cab_practice_transact (practice, "set the legal basis of many records", fill_all, &fill,
                              error))
    return FALSE;

  if (n_filled != NULL)
    *n_filled = fill.n_filled;
  if (n_left != NULL)
    *n_left = fill.n_left;

  return TRUE;
}

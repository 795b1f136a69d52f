/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-exporter"

#include "config.h"

#include "cab-bundle-scope-private.h"

#include "cab-disclosure.h"
#include "cab-export-error.h"
#include "cab-when.h"
#include "cab-withhold.h"

#include <glib/gi18n.h>
#include <string.h>

struct _CabBundleScope
{
  CabBundleProfile profile;
  CabBundleChoice process_notes;
  gboolean generated;
  gboolean folder;
  gboolean replace;
  gboolean leave_out_damaged;
  /* Borrowed: constants */
  const CabDrawing *drawing;
  /* Owned */
  char *client_id;
  GHashTable *withheld;
  GStrv kinds;
  char *recipient;
  char *ground;
  char *channel;
  CabSecret *passphrase;
  char *asked_by;
  char *target;
  char *first_day;
  char *last_day;
};

G_DEFINE_BOXED_TYPE (CabBundleScope, cab_bundle_scope, cab_bundle_scope_copy, cab_bundle_scope_free)

static GHashTable *
withheld_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

CabBundleScope *
cab_bundle_scope_new (CabBundleProfile profile)
{
  CabBundleScope *self;

  g_return_val_if_fail (profile < CAB_N_BUNDLE_PROFILES, NULL);

  self = g_new0 (CabBundleScope, 1);
  self->profile = profile;
  self->withheld = withheld_new ();
  self->ground = g_strdup (profile == CAB_BUNDLE_PROFILE_TRANSFER ? "consent" : "subject-request");
  self->channel = g_strdup ("other");

  return self;
}

CabBundleScope *
cab_bundle_scope_copy (const CabBundleScope *self)
{
  CabBundleScope *copy;
  GHashTableIter iter;
  gpointer id, ground;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->client_id = g_strdup (self->client_id);
  copy->kinds = g_strdupv (self->kinds);
  copy->recipient = g_strdup (self->recipient);
  copy->ground = g_strdup (self->ground);
  copy->channel = g_strdup (self->channel);
  copy->passphrase = self->passphrase == NULL ? NULL : cab_secret_dup (self->passphrase);
  copy->asked_by = g_strdup (self->asked_by);
  copy->target = g_strdup (self->target);
  copy->first_day = g_strdup (self->first_day);
  copy->last_day = g_strdup (self->last_day);
  copy->withheld = withheld_new ();
  g_hash_table_iter_init (&iter, self->withheld);
  while (g_hash_table_iter_next (&iter, &id, &ground))
    g_hash_table_insert (copy->withheld, g_strdup (id), ground);

  return copy;
}

void
cab_bundle_scope_free (CabBundleScope *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->client_id);
  g_hash_table_unref (self->withheld);
  g_strfreev (self->kinds);
  g_free (self->recipient);
  g_free (self->ground);
  g_free (self->channel);
  g_clear_pointer (&self->passphrase, cab_secret_free);
  g_free (self->asked_by);
  g_free (self->target);
  g_free (self->first_day);
  g_free (self->last_day);
  g_free (self);
}

CabBundleProfile
cab_bundle_scope_get_profile (const CabBundleScope *self)
{
  g_return_val_if_fail (self != NULL, CAB_BUNDLE_PROFILE_ACCESS);

  return self->profile;
}

void
cab_bundle_scope_set_client_id (CabBundleScope *self, const char *client_id)
{
  g_return_if_fail (self != NULL);

  g_set_str (&self->client_id, client_id);
}

const char *
cab_bundle_scope_get_client_id (const CabBundleScope *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->client_id;
}

gboolean
cab_bundle_scope_add_withhold (CabBundleScope *self,
                               const char *record_id,
                               const char *ground,
                               GError **error)
{
  const CabWithholdGround *row = cab_withhold_find (ground);

  g_return_val_if_fail (self != NULL && record_id != NULL && ground != NULL, FALSE);

  if (row == NULL || row->automatic || row->whole)
    return cab_export_error_set (error, CAB_EXPORT_ERROR_EXPORT_GROUND, NULL, 0, ground);
  if (!cab_bundle_profile_get_rules (self->profile)->one_client)
    return cab_export_error_set_sentence (error, CAB_EXPORT_ERROR_EXPORT_WITHHOLD,
                                          _ ("Nothing is withheld from a bundle of the practice."));

  g_hash_table_insert (self->withheld, g_strdup (record_id), (gpointer)row);
  return TRUE;
}

GHashTable *
cab_bundle_scope_get_withheld (const CabBundleScope *self)
{
  return self->withheld;
}

gboolean
cab_bundle_is_choosable (CabBundleProfile profile, const CabKind *kind)
{
  g_return_val_if_fail (kind != NULL, FALSE);

  return cab_bundle_takes_kind (profile, kind) && !cab_bundle_is_shared (profile, kind)
         && cab_bundle_get_head_kind (kind) == kind;
}

const CabKind *
cab_bundle_get_head_kind (const CabKind *kind)
{
  while (kind->owner != CAB_NO_OWNER && strcmp (kind->fields[kind->owner].target, "client") != 0)
    kind = cab_kind_find (kind->fields[kind->owner].target);

  return kind;
}

gboolean
cab_bundle_scope_set_kinds (CabBundleScope *self, const char *kinds, GError **error)
{
  g_auto (GStrv) names = kinds == NULL ? NULL : g_strsplit (kinds, ",", -1);

  g_return_val_if_fail (self != NULL, FALSE);

  if (kinds != NULL && self->profile != CAB_BUNDLE_PROFILE_TRANSFER)
    return cab_export_error_set_sentence (error, CAB_EXPORT_ERROR_EXPORT_KIND,
                                          _ ("Kinds are chosen for a transfer only."));

  if (g_strcmp0 (kinds, "all") == 0)
    g_clear_pointer (&names, g_strfreev);
  if (names != NULL && names[0] == NULL)
    return cab_export_error_set (error, CAB_EXPORT_ERROR_EXPORT_KIND, NULL, 0, kinds);
  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      const CabKind *kind = cab_kind_find (names[i]);

      if (kind == NULL || !cab_bundle_is_choosable (self->profile, kind))
        return cab_export_error_set (error, CAB_EXPORT_ERROR_EXPORT_KIND, NULL, 0, names[i]);
    }

  g_strfreev (self->kinds);
  self->kinds = g_steal_pointer (&names);
  return TRUE;
}

gboolean
cab_bundle_scope_takes_kind (const CabBundleScope *self, const CabKind *kind)
{
  const CabKind *head;

  g_return_val_if_fail (self != NULL && kind != NULL, FALSE);

  if (self->kinds == NULL || strcmp (kind->name, "client") == 0
      || cab_bundle_is_shared (self->profile, kind))
    return TRUE;

  head = cab_bundle_get_head_kind (kind);
  for (guint i = 0; self->kinds[i] != NULL; i++)
    {
      if (cab_kind_find (self->kinds[i]) == head)
        return TRUE;
    }

  return FALSE;
}

gboolean
cab_bundle_scope_takes_all_kinds (const CabBundleScope *self)
{
  return self->kinds == NULL;
}

static gboolean
check_day (const char *text, GError **error)
{
  return text == NULL || cab_when_is_partial_date (text)
         || cab_export_error_set (error, CAB_EXPORT_ERROR_EXPORT_PERIOD, NULL, 0, text);
}

gboolean
cab_bundle_scope_set_period (CabBundleScope *self,
                             const char *first,
                             const char *last,
                             GError **error)
{
  g_autofree char *first_day = NULL;
  g_autofree char *last_day = NULL;

  g_return_val_if_fail (self != NULL, FALSE);

  if (!check_day (first, error) || !check_day (last, error))
    return FALSE;
  if ((first != NULL || last != NULL) && !cab_bundle_profile_get_rules (self->profile)->one_client)
    return cab_export_error_set_sentence (error, CAB_EXPORT_ERROR_EXPORT_PERIOD,
                                          _ ("A bundle of the practice is of all times."));

  first_day = first == NULL ? NULL : cab_when_dup_first_day (first);
  last_day = last == NULL ? NULL : cab_when_dup_last_day (last);
  if (first_day != NULL && last_day != NULL && strcmp (last_day, first_day) < 0)
    return cab_export_error_set_sentence (
        error, CAB_EXPORT_ERROR_EXPORT_PERIOD,
        _ ("The period ends on %s, before it begins on %s. Change one of the two days."), last_day,
        first_day);

  g_set_str (&self->first_day, first_day);
  g_set_str (&self->last_day, last_day);
  return TRUE;
}

const char *
cab_bundle_scope_get_first_day (const CabBundleScope *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->first_day;
}

const char *
cab_bundle_scope_get_last_day (const CabBundleScope *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->last_day;
}

void
cab_bundle_scope_set_process_notes (CabBundleScope *self, CabBundleChoice choice)
{
  g_return_if_fail (self != NULL);

  self->process_notes = choice;
}

CabBundleChoice
cab_bundle_scope_get_process_notes (const CabBundleScope *self)
{
  g_return_val_if_fail (self != NULL, CAB_BUNDLE_NOT_ASKED);

  return self->process_notes;
}

void
cab_bundle_scope_set_recipient (CabBundleScope *self, const char *name)
{
  g_return_if_fail (self != NULL);

  g_set_str (&self->recipient, name);
}

const char *
cab_bundle_scope_get_recipient (const CabBundleScope *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->recipient;
}

gboolean
cab_bundle_scope_set_ground (CabBundleScope *self, const char *ground, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (ground == NULL)
    ground = self->profile == CAB_BUNDLE_PROFILE_TRANSFER ? "consent" : "subject-request";
  if (cab_codes_find (&cab_disclosure_ground_codes, ground) < 0)
    return cab_export_error_set (error, CAB_EXPORT_ERROR_EXPORT_GROUND, NULL, 0, ground);

  g_set_str (&self->ground, ground);
  return TRUE;
}

const char *
cab_bundle_scope_get_ground (const CabBundleScope *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->ground;
}

gboolean
cab_bundle_scope_is_to_subject (const CabBundleScope *self)
{
  return strcmp (self->ground, "subject-request") == 0;
}

gboolean
cab_bundle_scope_set_channel (CabBundleScope *self, const char *channel, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (channel == NULL)
    channel = "other";
  if (cab_codes_find (&cab_disclosure_channel_codes, channel) < 0)
    return cab_export_error_set (error, CAB_EXPORT_ERROR_EXPORT_CHANNEL, NULL, 0, channel);

  g_set_str (&self->channel, channel);
  return TRUE;
}

const char *
cab_bundle_scope_get_channel (const CabBundleScope *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->channel;
}

void
cab_bundle_scope_set_passphrase (CabBundleScope *self, CabSecret *passphrase, gboolean generated)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->passphrase, cab_secret_free);
  self->passphrase = passphrase == NULL ? NULL : cab_secret_dup (passphrase);
  self->generated = generated;
}

CabSecret *
cab_bundle_scope_get_passphrase (const CabBundleScope *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->passphrase;
}

gboolean
cab_bundle_scope_has_generated_passphrase (const CabBundleScope *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->generated;
}

void
cab_bundle_scope_set_plain (CabBundleScope *self, const char *asked_by)
{
  g_return_if_fail (self != NULL);

  g_set_str (&self->asked_by, asked_by);
}

const char *
cab_bundle_scope_get_asked_by (const CabBundleScope *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->asked_by;
}

void
cab_bundle_scope_set_target (CabBundleScope *self,
                             const char *path,
                             gboolean folder,
                             gboolean replace)
{
  g_return_if_fail (self != NULL && path != NULL);

  g_set_str (&self->target, path);
  self->folder = folder;
  self->replace = replace;
}

const char *
cab_bundle_scope_get_target (const CabBundleScope *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->target;
}

gboolean
cab_bundle_scope_is_folder (const CabBundleScope *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->folder;
}

gboolean
cab_bundle_scope_may_replace (const CabBundleScope *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->replace;
}

void
cab_bundle_scope_set_leave_out_damaged (CabBundleScope *self, gboolean leave_out)
{
  g_return_if_fail (self != NULL);

  self->leave_out_damaged = leave_out;
}

gboolean
cab_bundle_scope_leaves_out_damaged (const CabBundleScope *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->leave_out_damaged;
}

void
cab_bundle_scope_set_drawing (CabBundleScope *self, const CabDrawing *drawing)
{
  g_return_if_fail (self != NULL);

  self->drawing = drawing;
}

const CabDrawing *
cab_bundle_scope_get_drawing (const CabBundleScope *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->drawing;
}

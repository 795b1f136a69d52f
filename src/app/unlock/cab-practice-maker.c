/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-practice-maker.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "cab-settings.h"

#define SUFFIX ".cabinet"

typedef struct
{
  CabNewPractice *asked;
  CabSecret *secret;
  CabVaultSettings settings;
} Making;

void
cab_new_practice_free (CabNewPractice *self)
{
  g_free (self->path);
  g_free (self->name);
  g_free (self->clinician);
  g_free (self->registration_body);
  g_free (self->registration_number);
  g_free (self->currency);
  g_free (self);
}

static void
making_free (Making *self)
{
  cab_settings_clear (&self->settings);
  g_clear_pointer (&self->secret, cab_secret_free);
  cab_new_practice_free (self->asked);
  g_free (self);
}

char *
cab_practice_maker_dup_path (const char *folder, const char *name)
{
  g_autoptr (GString) file = NULL;

  g_return_val_if_fail (folder != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  file = g_string_new (NULL);
  for (const char *at = name; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (c == '/' || g_unichar_iscntrl (c))
        c = '-';
      if (file->len > 0 || (c != '.' && !g_unichar_isspace (c)))
        g_string_append_unichar (file, c);
    }

  g_strchomp (file->str);
  g_string_set_size (file, strlen (file->str));
  if (file->len == 0)
    g_string_assign (file, _ ("Practice"));
  if (!g_str_has_suffix (file->str, SUFFIX))
    g_string_append (file, SUFFIX);

  return g_build_filename (folder, file->str, NULL);
}

/* The language of dates and numbers is the computer's; the country's own when it says none. */
static char *
dup_locale (void)
{
  const char *const *names = g_get_language_names ();
  const char *name = names[0];

  if (strlen (name) < strlen ("en_GB") || name[2] != '_' || !g_ascii_isupper (name[3])
      || !g_ascii_isupper (name[4]))
    return NULL;

  return g_strdup_printf ("%.2s-%.2s", name, name + 3);
}

static gboolean
write_registration (CabPractice *practice, const CabNewPractice *asked, GError **error)
{
  g_autoptr (CabRecord) owner = NULL;

  if (asked->registration_body == NULL && asked->registration_number == NULL)
    return TRUE;

  owner = cab_practice_load (practice, &cab_clinician_kind, cab_practice_get_owner_id (practice),
                             error);
  if (owner == NULL)
    return FALSE;

  cab_record_set_text (owner, CAB_OWN (CAB_CLINICIAN_FIELD_REGISTRATION_BODY),
                       asked->registration_body);
  cab_record_set_text (owner, CAB_OWN (CAB_CLINICIAN_FIELD_REGISTRATION_NUMBER),
                       asked->registration_number);

  return cab_practice_save (practice, owner, error);
}

static gboolean
fill (CabPractice *practice, Making *making, GError **error)
{
  const CabNewPractice *asked = making->asked;
  g_autofree char *locale = dup_locale ();
  const CabSetUp set_up = {
    .name = asked->name,
    .clinician = asked->clinician,
    .profession = asked->profession,
    .jurisdiction = asked->jurisdiction,
    .zone = cab_clock_get_zone (making->settings.clock),
    .locale = locale,
    .currency = asked->currency,
  };

  return cab_practice_set_up (practice, &set_up, error)
         && write_registration (practice, asked, error);
}

/* Cabinet's own folder is made when it is needed; another one is there already. */
static gboolean
make_folder (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *own = cab_settings_dup_data_folder ();

  if (!g_str_equal (folder, own) || g_mkdir_with_parents (folder, 0700) == 0)
    return TRUE;

  g_set_error_literal (error, G_FILE_ERROR, g_file_error_from_errno (errno), g_strerror (errno));
  return FALSE;
}

static CabPractice *
make_practice (gpointer data, GCancellable *cancellable, GError **error)
{
  Making *making = data;
  const char *path = making->asked->path;
  g_autoptr (CabPractice) practice = NULL;
  CabVault *vault;

  if (!make_folder (path, error))
    return NULL;

  vault = cab_vault_create (path, making->secret, cab_settings_get_profile (), &making->settings,
                            cancellable, error);
  g_clear_pointer (&making->secret, cab_secret_free);
  if (vault == NULL)
    return NULL;

  practice = cab_practice_new_take (vault);
  if (fill (practice, making, error))
    return g_steal_pointer (&practice);

  /* A file without a practice in it is of no use to anyone. */
  g_clear_object (&practice);
  g_unlink (path);
  return NULL;
}

void
cab_practice_maker_make_async (CabNewPractice *new_practice,
                               CabSecret *secret,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  Making *making;

  g_return_if_fail (new_practice != NULL);
  g_return_if_fail (secret != NULL);

  making = g_new0 (Making, 1);
  making->asked = new_practice;
  making->secret = secret;
  cab_settings_init (&making->settings);
  cab_open_practice_new_async (make_practice, making, (GDestroyNotify)making_free, cancellable,
                               callback, user_data);
}

CabOpenPractice *
cab_practice_maker_make_finish (GAsyncResult *result, GError **error)
{
  return cab_open_practice_new_finish (result, error);
}

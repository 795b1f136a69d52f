/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-vault"

#include "config.h"

#include "cab-vault-error.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <sqlite3.h>

#define MOST_ACTIONS 3
#define MOST_PARTS_NAMED 5

typedef struct
{
  const char *name;
  const char *sentence;
  const char *actions[MOST_ACTIONS];
} Wording;

/* The one table of vault.md [V-26]. The sentences are what reads well without a name or a
 * number; where one is known, a constructor below says it in the words of the document. */
static const Wording wordings[] = {
  [CAB_VAULT_ERROR_NOT_FOUND]
  = { "not-found", N_ ("There is no practice at this place any more."), { N_ ("Open Another…") } },
  [CAB_VAULT_ERROR_NOT_PRACTICE] = { "not-practice",
                                     N_ ("This file is not a Cabinet practice."),
                                     { N_ ("Open Another…"), N_ ("Restore a Backup…") } },
  [CAB_VAULT_ERROR_NEWER]
  = { "newer",
      N_ ("This practice was last used with a newer Cabinet. Nothing was changed."),
      { N_ ("Open Read-Only") } },
  [CAB_VAULT_ERROR_TEST_PROFILE]
  = { "test-profile",
      N_ ("This practice was made for testing Cabinet and is not protected, so it is not opened."),
      { N_ ("Open Another…") } },
  [CAB_VAULT_ERROR_IN_USE]
  = { "in-use",
      N_ ("This practice is open in another window or program on this computer."),
      { N_ ("Try Again"), N_ ("Open Snapshot Read-Only") } },
  [CAB_VAULT_ERROR_WRONG_KEY] = { "wrong-key",
                                  N_ ("That passphrase did not open this file."),
                                  { N_ ("Try Again"), N_ ("Use Recovery Sheet…") } },
  [CAB_VAULT_ERROR_DAMAGED_START]
  = { "damaged-start",
      N_ ("The passphrase looks right, but the beginning of the file can't be read."),
      { N_ ("Restore a Backup…") } },
  [CAB_VAULT_ERROR_DAMAGED_HEADER]
  = { "damaged-header",
      N_ ("The first 16 bytes of this file were changed. Cabinet can repair a copy."),
      { N_ ("Repair…") } },
  [CAB_VAULT_ERROR_DAMAGED]
  = { "damaged",
      N_ ("Part of this practice can't be read. Your file was not changed."),
      { N_ ("Open Read-Only"), N_ ("Restore a Backup…"), N_ ("Save Report…") } },
  [CAB_VAULT_ERROR_CONTENT]
  = { "content",
      N_ ("The stored copy of this record is damaged, so it is not shown."),
      { N_ ("Show Last Good Version"), N_ ("Look in a Backup…") } },
  [CAB_VAULT_ERROR_CHAIN] = { "chain",
                              N_ ("The activity log was changed outside Cabinet."),
                              { N_ ("Open Read-Only"), N_ ("Show Details") } },
  [CAB_VAULT_ERROR_OLDER]
  = { "older",
      N_ ("This file is older than the one last used on this computer."),
      { N_ ("Open Read-Only"), N_ ("Use This File…"), N_ ("Show Where the Newer One Was") } },
  [CAB_VAULT_ERROR_FORKED] = { "forked",
                               N_ ("This file and the one last used here have gone separate ways."),
                               { N_ ("Open Read-Only"), N_ ("Use This File…") } },
  [CAB_VAULT_ERROR_FOREIGN_PARTS] = { "foreign-parts",
                                      N_ ("This file holds parts that Cabinet did not make."),
                                      { N_ ("Show Details") } },
  [CAB_VAULT_ERROR_READ_ONLY]
  = { "read-only", N_ ("This practice is open read-only."), { N_ ("Save a Copy…") } },
  [CAB_VAULT_ERROR_PLACE]
  = { "place",
      N_ ("Cabinet can't safely write here. Choose a folder for your practice, or import this "
          "file into Cabinet's own folder."),
      { N_ ("Choose a Folder…"), N_ ("Import…") } },
  [CAB_VAULT_ERROR_LEASE]
  = { "lease",
      N_ ("This practice is still marked as open on another computer. If it is open there, close "
          "it there first."),
      { N_ ("Cancel"), N_ ("Open Anyway") } },
  [CAB_VAULT_ERROR_NO_PERMISSION] = { "no-permission",
                                      N_ ("You don't have permission to open this file."),
                                      { N_ ("Open Another…") } },
  [CAB_VAULT_ERROR_NO_SPACE]
  = { "no-space",
      N_ ("The disk is full. Your text is kept here until there is room."),
      { N_ ("Try Again"), N_ ("Save a Copy Elsewhere…") } },
  [CAB_VAULT_ERROR_FULL_FILE] = { "full-file",
                                  N_ ("This practice has reached its size limit of 3.5 GB."),
                                  { N_ ("Compact…"), N_ ("Move Recordings Out…") } },
  [CAB_VAULT_ERROR_IO]
  = { "io",
      N_ ("The drive with your practice can't be reached. Your text is kept here."),
      { N_ ("Try Again"), N_ ("Save a Copy Elsewhere…") } },
  [CAB_VAULT_ERROR_LOW_MEMORY]
  = { "low-memory",
      N_ ("There is not enough free memory. Close another program and try again."),
      { N_ ("Try Again") } },
  [CAB_VAULT_ERROR_BAD_PASSPHRASE]
  = { "bad-passphrase",
      N_ ("A passphrase is at least one character and at most 1,024 bytes of ordinary text."),
      { N_ ("Try Again") } },
  [CAB_VAULT_ERROR_BAD_CODE]
  = { "bad-code", N_ ("The recovery code has a typing mistake."), { N_ ("Try Again") } },
  [CAB_VAULT_ERROR_VERIFY]
  = { "verify",
      N_ ("The new copy did not pass its check and was not used. Your practice is unchanged."),
      { N_ ("Try Again"), N_ ("Show Details") } },
  [CAB_VAULT_ERROR_MIGRATION] = { "migration",
                                  N_ ("Your practice could not be updated and was left as it was."),
                                  { N_ ("Open Read-Only") } },
  [CAB_VAULT_ERROR_CANCELLED]
  = { "cancelled", N_ ("This was stopped. Nothing was changed."), { N_ ("Try Again") } },
  [CAB_VAULT_ERROR_LOCKED]
  = { "locked", N_ ("The practice was locked meanwhile."), { N_ ("Unlock") } },
  [CAB_VAULT_ERROR_EXISTS] = { "exists",
                               N_ ("There is a file with this name already. It was not changed."),
                               { N_ ("Choose Another Name…") } },
  [CAB_VAULT_ERROR_REFUSED]
  = { "refused",
      N_ ("The practice file does not allow this change. Nothing was changed."),
      { N_ ("Show Details") } },
};

G_STATIC_ASSERT (G_N_ELEMENTS (wordings) == CAB_N_VAULT_ERRORS);

typedef struct
{
  char *step;
  int sqlite_code;
} CabVaultErrorPrivate;

static void
cab_vault_error_private_init (CabVaultErrorPrivate *self)
{
  self->step = NULL;
  self->sqlite_code = 0;
}

static void
cab_vault_error_private_copy (const CabVaultErrorPrivate *source, CabVaultErrorPrivate *self)
{
  self->step = g_strdup (source->step);
  self->sqlite_code = source->sqlite_code;
}

static void
cab_vault_error_private_clear (CabVaultErrorPrivate *self)
{
  g_free (self->step);
}

G_DEFINE_EXTENDED_ERROR (CabVaultError, cab_vault_error)

static gboolean
is_code (CabVaultError code)
{
  return (guint)code < CAB_N_VAULT_ERRORS;
}

const char *
cab_vault_error_get_name (CabVaultError code)
{
  g_return_val_if_fail (is_code (code), NULL);

  return wordings[code].name;
}

const char *
cab_vault_error_get_sentence (CabVaultError code)
{
  g_return_val_if_fail (is_code (code), NULL);

  return _ (wordings[code].sentence);
}

const char *
cab_vault_error_get_action (CabVaultError code, guint position)
{
  g_return_val_if_fail (is_code (code), NULL);

  if (position >= MOST_ACTIONS || wordings[code].actions[position] == NULL)
    return NULL;
  return _ (wordings[code].actions[position]);
}

const char *
cab_vault_error_get_short_name (const GError *error)
{
  g_return_val_if_fail (error != NULL, NULL);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return wordings[CAB_VAULT_ERROR_CANCELLED].name;
  if (error->domain != CAB_VAULT_ERROR || !is_code (error->code))
    return NULL;
  return wordings[error->code].name;
}

const char *
cab_vault_error_get_step (const GError *error)
{
  g_return_val_if_fail (error != NULL && error->domain == CAB_VAULT_ERROR, NULL);

  return cab_vault_error_get_private (error)->step;
}

int
cab_vault_error_get_sqlite_code (const GError *error)
{
  g_return_val_if_fail (error != NULL && error->domain == CAB_VAULT_ERROR, 0);

  return cab_vault_error_get_private (error)->sqlite_code;
}

/* [V-26]: what a name from a file or a hostile practice may hold is no text for a terminal:
 * invalid UTF-8, control characters and overrides of direction become U+FFFD. */
static char *
dup_shown (const char *name)
{
  g_autofree char *valid = g_utf8_make_valid (name, -1);
  GString *shown = g_string_new (NULL);

  for (const char *next = valid; *next != '\0'; next = g_utf8_next_char (next))
    {
      gunichar character = g_utf8_get_char (next);
      gboolean odd = g_unichar_iscntrl (character) || g_unichar_type (character) == G_UNICODE_FORMAT
                     || character == 0x2028 || character == 0x2029;

      g_string_append_unichar (shown, odd ? 0xFFFD : character);
    }
  return g_string_free_and_steal (shown);
}

/* Day, year and time as people here write them; the locale gives the month's name. */
static char *
dup_moment (gint64 wall_ms)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_local (wall_ms / 1000);
  char *text;

  if (moment == NULL)
    return g_strdup ("?");
  /* Translators: a moment in the past, “3 May 2026, 18:02” */
  text = g_date_time_format (moment, _ ("%-d %B %Y, %H:%M"));
  return text == NULL ? g_strdup ("?") : text;
}

void
cab_vault_error_set (GError **error, CabVaultError code)
{
  cab_vault_error_set_step (error, code, 0, NULL);
}

void
cab_vault_error_set_step (GError **error, CabVaultError code, int sqlite_code, const char *step)
{
  CabVaultErrorPrivate *private;

  g_return_if_fail (is_code (code));

  if (step != NULL)
    g_debug ("%s while trying to %s (%d)", wordings[code].name, step, sqlite_code);
  if (error == NULL)
    return;
  g_set_error_literal (error, CAB_VAULT_ERROR, code, cab_vault_error_get_sentence (code));
  private = cab_vault_error_get_private (*error);
  private->step = g_strdup (step);
  private->sqlite_code = sqlite_code;
}

/* Puts a sentence with a name or a number in the place of the general one. */
static void
set_message (GError **error, CabVaultError code, char *sentence)
{
  g_autofree char *owned = sentence;

  g_set_error_literal (error, CAB_VAULT_ERROR, code, owned);
}

CabVaultError
cab_vault_error_from_errno (int saved_errno)
{
  switch (saved_errno)
    {
    case ENOENT:
    case ENOTDIR:
      return CAB_VAULT_ERROR_NOT_FOUND;
    case EACCES:
    case EPERM:
      return CAB_VAULT_ERROR_NO_PERMISSION;
    case EROFS:
      return CAB_VAULT_ERROR_READ_ONLY;
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      return CAB_VAULT_ERROR_NO_SPACE;
    case EEXIST:
      return CAB_VAULT_ERROR_EXISTS;
    case ENOMEM:
      return CAB_VAULT_ERROR_LOW_MEMORY;
    case ELOOP:
      return CAB_VAULT_ERROR_PLACE;
    default:
      return CAB_VAULT_ERROR_IO;
    }
}

void
cab_vault_error_set_errno (GError **error, int saved_errno, const char *name, const char *step)
{
  CabVaultError code = cab_vault_error_from_errno (saved_errno);

  g_debug ("%s while trying to %s (errno %d)", wordings[code].name, step, saved_errno);
  if (code == CAB_VAULT_ERROR_NO_PERMISSION && name != NULL)
    cab_vault_error_set_no_permission (error, name);
  else
    cab_vault_error_set (error, code);
  if (error != NULL)
    cab_vault_error_get_private (*error)->step = g_strdup (step);
}

static gboolean
is_no_space (int system_errno)
{
  return cab_vault_error_from_errno (system_errno) == CAB_VAULT_ERROR_NO_SPACE;
}

CabVaultError
cab_vault_error_from_sqlite (int sqlite_code, int system_errno)
{
  if (sqlite_code == SQLITE_CANTOPEN_SYMLINK)
    return CAB_VAULT_ERROR_PLACE;
  if (sqlite_code == SQLITE_IOERR_NOMEM)
    return CAB_VAULT_ERROR_LOW_MEMORY;

  switch (sqlite_code & 0xff)
    {
    case SQLITE_FULL:
      return CAB_VAULT_ERROR_NO_SPACE;
    case SQLITE_NOMEM:
      return CAB_VAULT_ERROR_LOW_MEMORY;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return CAB_VAULT_ERROR_IN_USE;
    case SQLITE_READONLY:
      return CAB_VAULT_ERROR_READ_ONLY;
    case SQLITE_PERM:
    case SQLITE_AUTH:
      return CAB_VAULT_ERROR_NO_PERMISSION;
    case SQLITE_CANTOPEN:
      return system_errno == 0 ? CAB_VAULT_ERROR_IO : cab_vault_error_from_errno (system_errno);
    case SQLITE_IOERR:
      return is_no_space (system_errno) ? CAB_VAULT_ERROR_NO_SPACE : CAB_VAULT_ERROR_IO;
    case SQLITE_CONSTRAINT:
      return CAB_VAULT_ERROR_REFUSED;
    case SQLITE_INTERRUPT:
      return CAB_VAULT_ERROR_CANCELLED;
    default:
      /* CORRUPT and NOTADB; and whatever else a statement of ours that was tested cannot meet
       * in a file that is as it should be: a missing table, a value of another type. */
      return CAB_VAULT_ERROR_DAMAGED;
    }
}

void
cab_vault_error_set_not_practice (GError **error, const char *name)
{
  g_autofree char *shown = dup_shown (name);

  set_message (error, CAB_VAULT_ERROR_NOT_PRACTICE,
               g_strdup_printf (_ ("“%s” is not a Cabinet practice."), shown));
}

void
cab_vault_error_set_empty (GError **error, const char *name)
{
  g_autofree char *shown = dup_shown (name);

  set_message (error, CAB_VAULT_ERROR_NOT_PRACTICE, g_strdup_printf (_ ("“%s” is empty."), shown));
}

void
cab_vault_error_set_newer (GError **error, int schema, int known)
{
  if (schema == 0)
    {
      cab_vault_error_set (error, CAB_VAULT_ERROR_NEWER);
      return;
    }
  set_message (error, CAB_VAULT_ERROR_NEWER,
               g_strdup_printf (_ ("This practice was last used with a newer Cabinet (schema %d; "
                                   "this one knows %d). Nothing was changed."),
                                schema, known));
}

void
cab_vault_error_set_in_use (GError **error, gint64 process)
{
  if (process == 0)
    {
      cab_vault_error_set (error, CAB_VAULT_ERROR_IN_USE);
      return;
    }
  set_message (error, CAB_VAULT_ERROR_IN_USE,
               g_strdup_printf (_ ("This practice is open in another window or program on this "
                                   "computer (process %" PRId64 ")."),
                                process));
}

void
cab_vault_error_set_content (GError **error, const char *kind, const char *id)
{
  g_autofree char *shown_kind = dup_shown (kind);
  g_autofree char *shown_id = dup_shown (id);

  set_message (error, CAB_VAULT_ERROR_CONTENT,
               g_strdup_printf (_ ("The stored copy of this record is damaged, so it is not "
                                   "shown (%s %s)."),
                                shown_kind, shown_id));
}

void
cab_vault_error_set_chain (GError **error, gint64 seq)
{
  set_message (error, CAB_VAULT_ERROR_CHAIN,
               g_strdup_printf (_ ("The activity log was changed outside Cabinet (entry "
                                   "%" PRId64 ")."),
                                seq));
}

void
cab_vault_error_set_older (GError **error, gint64 missing, gint64 last_ms)
{
  g_autofree char *moment = dup_moment (last_ms);

  /* What is missing was too small for an entry: a draft, or being opened. */
  if (missing <= 0)
    {
      set_message (error, CAB_VAULT_ERROR_OLDER,
                   g_strdup_printf (_ ("This file is older than the one last used on this "
                                       "computer (last change %s)."),
                                    moment));
      return;
    }

  set_message (
      error, CAB_VAULT_ERROR_OLDER,
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                    "This file is older than the one last used on this "
                                    "computer (%" PRId64 " entry is missing; last change %s).",
                                    "This file is older than the one last used on this "
                                    "computer (%" PRId64 " entries are missing; last change %s).",
                                    (gulong)missing),
                       missing, moment));
}

void
cab_vault_error_set_forked (GError **error, gint64 since_ms)
{
  g_autofree char *moment = dup_moment (since_ms);

  set_message (error, CAB_VAULT_ERROR_FORKED,
               g_strdup_printf (_ ("This file and the one last used here have gone separate ways "
                                   "since %s."),
                                moment));
}

void
cab_vault_error_set_foreign_parts (GError **error, const char *const *parts)
{
  GString *list = g_string_new (NULL);
  guint n_parts;

  g_return_if_fail (parts != NULL && parts[0] != NULL);

  n_parts = g_strv_length ((char **)parts);
  for (guint i = 0; i < MIN (n_parts, MOST_PARTS_NAMED); i++)
    {
      g_autofree char *shown = dup_shown (parts[i]);

      g_string_append_printf (list, "%s%s", i == 0 ? "" : ", ", shown);
    }
  if (n_parts > MOST_PARTS_NAMED)
    g_string_append (list, ", …");
  set_message (
      error, CAB_VAULT_ERROR_FOREIGN_PARTS,
      g_strdup_printf (_ ("This file holds parts that Cabinet did not make: %s."), list->str));
  g_string_free (list, TRUE);
}

void
cab_vault_error_set_lease (GError **error, const char *host, gint64 since_ms)
{
  g_autofree char *shown = dup_shown (host);
  g_autofree char *moment = dup_moment (since_ms);

  set_message (error, CAB_VAULT_ERROR_LEASE,
               g_strdup_printf (_ ("This practice is still marked as open on “%s” since %s. If it "
                                   "is open there, close it there first."),
                                shown, moment));
}

void
cab_vault_error_set_no_permission (GError **error, const char *name)
{
  g_autofree char *shown = dup_shown (name);

  set_message (error, CAB_VAULT_ERROR_NO_PERMISSION,
               g_strdup_printf (_ ("You don't have permission to open “%s”."), shown));
}

/* Returns: (transfer full) (nullable): the sentence about the last good backup */
static char *
dup_last_backup (CabLastBackup last, const char *path, gint64 made_ms)
{
  g_autofree char *shown = path != NULL ? dup_shown (path) : NULL;
  g_autofree char *moment = path != NULL ? dup_moment (made_ms) : NULL;

  switch (last)
    {
    case CAB_LAST_BACKUP_UNKNOWN:
      return NULL;
    case CAB_LAST_BACKUP_NONE:
      return g_strdup (_ ("There is no earlier backup."));
    case CAB_LAST_BACKUP_PRESENT:
      return g_strdup_printf (_ ("The last good backup is from %s: “%s”."), moment, shown);
    case CAB_LAST_BACKUP_MISSING:
      return g_strdup_printf (_ ("The last good backup is from %s, but is not there now: “%s”."),
                              moment, shown);
    }
  g_assert_not_reached ();
}

void
cab_vault_error_set_backup (GError **error,
                            CabVaultError code,
                            CabLastBackup last,
                            const char *path,
                            gint64 made_ms)
{
  g_autofree char *rest = dup_last_backup (last, path, made_ms);
  const char *first = code == CAB_VAULT_ERROR_DAMAGED
                          ? _ ("Part of this practice can't be read, so no backup was made.")
                          : _ ("The new backup did not pass its check and was not kept.");

  set_message (error, code, g_strjoin (" ", first, rest, NULL));
}

void
cab_vault_error_set_bad_backup (GError **error,
                                gint64 bad_ms,
                                CabLastBackup last,
                                const char *path,
                                gint64 made_ms)
{
  g_autofree char *moment = dup_moment (bad_ms);
  g_autofree char *rest = dup_last_backup (last, path, made_ms);
  g_autofree char *first = g_strdup_printf (_ ("The backup of %s did not pass its check."), moment);

  set_message (error, CAB_VAULT_ERROR_VERIFY, g_strjoin (" ", first, rest, NULL));
}

void
cab_vault_error_set_no_folder (GError **error, const char *folder)
{
  g_autofree char *shown = dup_shown (folder);

  set_message (error, CAB_VAULT_ERROR_NOT_FOUND,
               g_strdup_printf (_ ("There is no folder “%s”."), shown));
}

void
cab_vault_error_set_low_memory (GError **error, gsize bytes)
{
  set_message (error, CAB_VAULT_ERROR_LOW_MEMORY,
               g_strdup_printf (_ ("Opening needs %u MB of free memory. Close another program and "
                                   "try again."),
                                (guint)(bytes >> 20)));
}

void
cab_vault_error_set_bad_code (GError **error, guint line)
{
  if (line == 0)
    {
      set_message (error, CAB_VAULT_ERROR_BAD_CODE,
                   g_strdup (_ ("A recovery code has four lines of sixteen characters.")));
      return;
    }
  set_message (error, CAB_VAULT_ERROR_BAD_CODE,
               g_strdup_printf (_ ("Line %u of the recovery code has a typing mistake."), line));
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-cli"

#include "config.h"

#include "cab-cli-open.h"

#include <glib/gi18n.h>
#include <string.h>

#include "cab-cli-ask.h"
#include "cab-cli-error.h"
#include "cab-cli-text.h"
#include "cab-kdf.h"
#include "cab-pace.h"
#include "cab-recovery.h"
#include "cab-strength.h"
#include "cab-vault-error.h"

/* Wrong passphrases at one prompt before the program gives up. */
#define TRIES 5

const char *
cab_cli_open_get_path (CabCli *self, GError **error)
{
  const char *path = cab_cli_get_option (self, "practice");

  if (path == NULL || *path == '\0')
    {
      cab_cli_set_usage_error (error, _ ("Which practice? Give its file by -p."));
      return NULL;
    }

  return path;
}

CabSecret *
cab_cli_open_ask_from (CabCli *self, const char *name, GError **error)
{
  g_autofree char *file_option = g_strconcat (name, "-file", NULL);
  g_autofree char *descriptor_option = g_strconcat (name, "-fd", NULL);
  const char *path = cab_cli_get_option (self, file_option);
  gint64 descriptor = -1;

  if (path != NULL && cab_cli_has_option (self, descriptor_option))
    {
      cab_cli_set_usage_error (error, _ ("Only one of --%s and --%s can be given."), file_option,
                               descriptor_option);
      return NULL;
    }

  if (path != NULL)
    return cab_cli_ask_read_secret_file (path, cab_cli_get_cancellable (self), error);

  if (!cab_cli_args_get_integer (cab_cli_get_args (self), descriptor_option, 0, G_MAXINT,
                                 &descriptor, error)
      || descriptor < 0)
    return NULL;

  return cab_cli_ask_read_secret ((int)descriptor, _ ("that descriptor"),
                                  cab_cli_get_cancellable (self), error);
}

static char *
dup_prompt (const char *path)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *prompt = g_strdup_printf (_ ("Passphrase of “%s”: "), name);

  return cab_cli_text_escape (prompt, CAB_CLI_LINES_ESCAPED);
}

CabSecret *
cab_cli_open_ask_credential (CabCli *self, const char *path, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (CabSecret) secret = cab_cli_open_ask_from (self, "passphrase", &local_error);
  g_autofree char *prompt = NULL;

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  if (secret != NULL)
    return g_steal_pointer (&secret);
  if (cab_cli_has_option (self, "recovery"))
    return cab_cli_ask_recovery_code (cab_cli_get_cancellable (self), error);

  prompt = dup_prompt (path);
  return cab_cli_ask_secret (prompt, cab_cli_get_cancellable (self), error);
}

CabCredential
cab_cli_open_make_credential (CabCli *self, CabSecret *secret)
{
  return (CabCredential){
    .type = cab_cli_has_option (self, "recovery") ? CAB_CREDENTIAL_RECOVERY_CODE
                                                  : CAB_CREDENTIAL_PASSPHRASE,
    .secret = secret,
  };
}

static gboolean
check_strength (CabSecret *passphrase, GError **error)
{
  g_autofree char *time = NULL;
  CabStrength strength;

  cab_strength_judge (passphrase, NULL, &strength);
  if (strength.is_enough)
    return TRUE;

  time = cab_strength_dup_time (&strength);
  g_set_error (error, CAB_CLI_ERROR, CAB_CLI_ERROR_WEAK_PASSPHRASE,
               _ ("This passphrase is too easily guessed: it takes %s."), time);
  return FALSE;
}

/* Typed twice: what nobody can see may hold a typing mistake. */
static CabSecret *
ask_twice (CabCli *self, GError **error)
{
  GCancellable *cancellable = cab_cli_get_cancellable (self);
  g_autoptr (CabSecret) first = cab_cli_ask_secret (_ ("New passphrase: "), cancellable, error);
  g_autoptr (CabSecret) second = NULL;

  if (first == NULL || !check_strength (first, error))
    return NULL;

  second = cab_cli_ask_secret (_ ("The same again: "), cancellable, error);
  if (second == NULL)
    return NULL;

  if (!cab_secret_equal (first, second))
    {
      g_set_error_literal (error, CAB_CLI_ERROR, CAB_CLI_ERROR_MISMATCH,
                           _ ("The two passphrases are not the same."));
      return NULL;
    }

  return g_steal_pointer (&first);
}

CabSecret *
cab_cli_open_ask_new (CabCli *self, const char *name, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (CabSecret) passphrase = cab_cli_open_ask_from (self, name, &local_error);

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  if (passphrase == NULL)
    return ask_twice (self, error);

  return check_strength (passphrase, error) ? g_steal_pointer (&passphrase) : NULL;
}

static CabVaultOpenFlags
get_flags (CabCli *self, CabVaultOpenFlags flags)
{
  if (cab_cli_has_option (self, "read-only"))
    flags |= CAB_VAULT_OPEN_READ_ONLY;
  if (cab_cli_has_option (self, "snapshot"))
    flags |= CAB_VAULT_OPEN_SNAPSHOT;
  if (cab_cli_has_option (self, "use-this-file"))
    flags |= CAB_VAULT_OPEN_USE_OLDER;
  if (cab_cli_has_option (self, "open-anyway"))
    flags |= CAB_VAULT_OPEN_TAKE_LEASE;

  return flags;
}

/* Whoever typed it can type it again; what a file or a descriptor gave is wrong
 * for good. */
static gboolean
can_ask_again (CabCli *self, const CabPace *pace, const GError *error)
{
  return g_error_matches (error, CAB_VAULT_ERROR, CAB_VAULT_ERROR_WRONG_KEY)
         && pace->failures < TRIES && !cab_cli_has_option (self, "passphrase-file")
         && !cab_cli_has_option (self, "passphrase-fd");
}

static CabVault *
try_once (CabCli *self,
          const char *path,
          CabVaultOpenFlags flags,
          CabSecret **secret,
          GError **error)
{
  g_autoptr (CabSecret) given = cab_cli_open_ask_credential (self, path, error);
  CabCredential credential;
  CabVault *vault;

  if (given == NULL)
    return NULL;

  credential = cab_cli_open_make_credential (self, given);
  vault = cab_vault_open (path, &credential, get_flags (self, flags), cab_cli_get_settings (self),
                          cab_cli_get_cancellable (self), error);
  if (vault != NULL && secret != NULL)
    *secret = g_steal_pointer (&given);

  return vault;
}

CabVault *
cab_cli_open_vault (CabCli *self,
                    const char *path,
                    CabVaultOpenFlags flags,
                    CabSecret **secret,
                    GError **error)
{
  CabPace pace = { 0 };

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (path != NULL, NULL);

  while (TRUE)
    {
      g_autoptr (GError) local_error = NULL;
      CabVault *vault = try_once (self, path, flags, secret, &local_error);

      if (vault != NULL)
        return vault;

      cab_pace_note (&pace, local_error);
      if (!can_ask_again (self, &pace, local_error))
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return NULL;
        }

      cab_cli_say (self, "%s", local_error->message);
      if (!cab_pace_wait (&pace, cab_cli_get_cancellable (self), error))
        return NULL;
    }
}

CabSecret *
cab_cli_open_derive_root (CabCli *self, const char *path, guint8 *header, GError **error)
{
  g_autoptr (CabVault) vault = NULL;
  g_autoptr (CabSecret) secret = NULL;

  g_return_val_if_fail (header != NULL, NULL);

  vault = cab_cli_open_vault (self, path, CAB_VAULT_OPEN_READ_ONLY, &secret, error);
  if (vault == NULL)
    return NULL;

  memcpy (header, cab_vault_get_header (vault), CAB_HEADER_LENGTH);
  if (cab_cli_has_option (self, "recovery"))
    return cab_recovery_decode (secret, error);

  return cab_kdf_derive_root (secret, header, cab_cli_get_cancellable (self), error);
}

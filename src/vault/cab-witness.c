/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-vault"

#include "config.h"

#include "cab-witness.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sodium.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cab-vault-error.h"

#define MAGIC "CABWIT01"
#define MAGIC_LENGTH 8

#define OFFSET_PRACTICE_ID 8
#define OFFSET_HEADER 24
#define OFFSET_PATH 40
#define OFFSET_KEY_CHECK 48
#define OFFSET_ZERO 49
#define OFFSET_GENERATION 56
#define OFFSET_SEQ 64
#define OFFSET_MAC 72
#define OFFSET_WALL 104
#define OFFSET_TAG 112

#define NAME_LENGTH (2 * CAB_PRACTICE_ID_LENGTH)

G_STATIC_ASSERT (OFFSET_HEADER == OFFSET_PRACTICE_ID + CAB_PRACTICE_ID_LENGTH);
G_STATIC_ASSERT (OFFSET_PATH == OFFSET_HEADER + CAB_HEADER_LENGTH);
G_STATIC_ASSERT (OFFSET_KEY_CHECK == OFFSET_PATH + CAB_PATH_DIGEST_LENGTH);
G_STATIC_ASSERT (OFFSET_WALL == OFFSET_MAC + CAB_DIGEST_LENGTH);
G_STATIC_ASSERT (CAB_WITNESS_LENGTH == OFFSET_TAG + CAB_DIGEST_LENGTH);

static void
put_u64 (guint8 *bytes, guint64 number)
{
  number = GUINT64_TO_LE (number);
  memcpy (bytes, &number, sizeof number);
}

static guint64
take_u64 (const guint8 *bytes)
{
  guint64 number;

  memcpy (&number, bytes, sizeof number);
  return GUINT64_FROM_LE (number);
}

/* All but the tag. */
static void
write_body (const CabWitness *self, guint8 *bytes)
{
  memset (bytes, 0, OFFSET_TAG);
  memcpy (bytes, MAGIC, MAGIC_LENGTH);
  memcpy (bytes + OFFSET_PRACTICE_ID, self->practice_id, CAB_PRACTICE_ID_LENGTH);
  memcpy (bytes + OFFSET_HEADER, self->header, CAB_HEADER_LENGTH);
  memcpy (bytes + OFFSET_PATH, self->path_digest, CAB_PATH_DIGEST_LENGTH);
  bytes[OFFSET_KEY_CHECK] = self->key_check;
  put_u64 (bytes + OFFSET_GENERATION, self->generation);
  put_u64 (bytes + OFFSET_SEQ, (guint64)self->head.seq);
  memcpy (bytes + OFFSET_MAC, self->head.mac, CAB_DIGEST_LENGTH);
  put_u64 (bytes + OFFSET_WALL, (guint64)self->wall_ms);
}

static void
compute_tag (const CabWitness *self, const guint8 *key, guint8 *tag)
{
  guint8 body[OFFSET_TAG];
  CabDigest digest;

  write_body (self, body);
  /* The magic is the label, so the digest is over the body and nothing else. */
  cab_digest_init (&digest, key, MAGIC);
  cab_digest_add (&digest, body + MAGIC_LENGTH, sizeof body - MAGIC_LENGTH);
  cab_digest_finish (&digest, tag);
}

void
cab_witness_seal (CabWitness *self, const guint8 *key, guint8 *bytes)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (self->head.seq >= 0);
  g_return_if_fail (key != NULL);
  g_return_if_fail (bytes != NULL);

  compute_tag (self, key, self->tag);
  write_body (self, bytes);
  memcpy (bytes + OFFSET_TAG, self->tag, CAB_DIGEST_LENGTH);
}

gboolean
cab_witness_parse (const guint8 *bytes, gsize length, CabWitness *self)
{
  g_return_val_if_fail (bytes != NULL || length == 0, FALSE);
  g_return_val_if_fail (self != NULL, FALSE);

  if (length != CAB_WITNESS_LENGTH || memcmp (bytes, MAGIC, MAGIC_LENGTH) != 0)
    return FALSE;
  for (guint i = OFFSET_ZERO; i < OFFSET_GENERATION; i++)
    if (bytes[i] != 0)
      return FALSE;
  if (take_u64 (bytes + OFFSET_SEQ) > G_MAXINT64)
    return FALSE;

  memcpy (self->practice_id, bytes + OFFSET_PRACTICE_ID, CAB_PRACTICE_ID_LENGTH);
  memcpy (self->header, bytes + OFFSET_HEADER, CAB_HEADER_LENGTH);
  memcpy (self->path_digest, bytes + OFFSET_PATH, CAB_PATH_DIGEST_LENGTH);
  self->key_check = bytes[OFFSET_KEY_CHECK];
  self->generation = take_u64 (bytes + OFFSET_GENERATION);
  self->head.seq = (gint64)take_u64 (bytes + OFFSET_SEQ);
  memcpy (self->head.mac, bytes + OFFSET_MAC, CAB_DIGEST_LENGTH);
  self->wall_ms = (gint64)take_u64 (bytes + OFFSET_WALL);
  memcpy (self->tag, bytes + OFFSET_TAG, CAB_DIGEST_LENGTH);
  return TRUE;
}

gboolean
cab_witness_is_genuine (const CabWitness *self, const guint8 *key, const guint8 *practice_id)
{
  guint8 tag[CAB_DIGEST_LENGTH];

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (key != NULL, FALSE);
  g_return_val_if_fail (practice_id != NULL, FALSE);

  compute_tag (self, key, tag);
  return sodium_memcmp (tag, self->tag, sizeof tag) == 0
         && memcmp (self->practice_id, practice_id, CAB_PRACTICE_ID_LENGTH) == 0;
}

CabWitnessFinding
cab_witness_compare (const CabWitness *self,
                     gboolean genuine,
                     guint64 generation,
                     const CabAuditHead *head,
                     const guint8 *row_mac)
{
  g_return_val_if_fail (head != NULL, CAB_WITNESS_REPLACED);

  if (self == NULL)
    return CAB_WITNESS_FIRST;
  if (!genuine)
    return CAB_WITNESS_REPLACED;
  if (generation < self->generation)
    return CAB_WITNESS_OLDER;
  if (row_mac == NULL || memcmp (row_mac, self->head.mac, CAB_DIGEST_LENGTH) != 0)
    return CAB_WITNESS_FORKED;
  if (generation > self->generation)
    return CAB_WITNESS_NEWER;
  /* One generation has one head; another one at its end did not come from here. */
  return head->seq == self->head.seq ? CAB_WITNESS_SAME : CAB_WITNESS_FORKED;
}

void
cab_witness_digest_path (const char *path, guint8 *digest)
{
  int rc;

  g_return_if_fail (path != NULL);
  g_return_if_fail (digest != NULL);

  rc = crypto_generichash (digest, CAB_PATH_DIGEST_LENGTH, (const guint8 *)path, strlen (path),
                           NULL, 0);
  g_assert (rc == 0);
}

char *
cab_witness_dup_folder (void)
{
  return g_build_filename (g_get_user_state_dir (), "cabinet", "witness", NULL);
}

static char *
dup_path (const char *folder, const guint8 *practice_id)
{
  char name[NAME_LENGTH + 1];

  sodium_bin2hex (name, sizeof name, practice_id, CAB_PRACTICE_ID_LENGTH);
  return g_build_filename (folder, name, NULL);
}

static gboolean
read_witness (const char *path, CabWitness *self)
{
  guint8 bytes[CAB_WITNESS_LENGTH + 1];
  struct stat status;
  gssize n = -1;
  int fd = open (path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);

  if (fd < 0)
    return FALSE;
  if (fstat (fd, &status) == 0 && S_ISREG (status.st_mode))
    do
      n = read (fd, bytes, sizeof bytes);
    while (n < 0 && errno == EINTR);
  close (fd);
  return n >= 0 && cab_witness_parse (bytes, (gsize)n, self);
}

gboolean
cab_witness_read (const char *folder, const guint8 *practice_id, CabWitness *self)
{
  g_autofree char *path = NULL;

  g_return_val_if_fail (folder != NULL, FALSE);
  g_return_val_if_fail (practice_id != NULL, FALSE);
  g_return_val_if_fail (self != NULL, FALSE);

  path = dup_path (folder, practice_id);
  return read_witness (path, self);
}

static gboolean
is_witness_name (const char *name)
{
  return strlen (name) == NAME_LENGTH && strspn (name, "0123456789abcdef") == NAME_LENGTH;
}

gboolean
cab_witness_find (const char *folder, const guint8 *header, const char *path, CabWitness *self)
{
  g_autoptr (GDir) entries = NULL;
  guint8 path_digest[CAB_PATH_DIGEST_LENGTH] = { 0 };
  gboolean found = FALSE;
  const char *name;

  g_return_val_if_fail (folder != NULL, FALSE);
  g_return_val_if_fail (header != NULL || path != NULL, FALSE);
  g_return_val_if_fail (self != NULL, FALSE);

  if (path != NULL)
    cab_witness_digest_path (path, path_digest);
  entries = g_dir_open (folder, 0, NULL);
  while (entries != NULL && (name = g_dir_read_name (entries)) != NULL)
    {
      g_autofree char *entry = g_build_filename (folder, name, NULL);
      CabWitness candidate;

      if (!is_witness_name (name) || !read_witness (entry, &candidate))
        continue;
      if (header != NULL && memcmp (candidate.header, header, CAB_HEADER_LENGTH) != 0)
        continue;
      if (path != NULL && memcmp (candidate.path_digest, path_digest, sizeof path_digest) != 0)
        continue;
      if (found && candidate.wall_ms <= self->wall_ms)
        continue;
      *self = candidate;
      found = TRUE;
    }
  return found;
}

/* Removes what a killed write left behind, NAME.XXXXXX. Another process that writes the witness
 * of a copy of this practice right now then fails to rename and tries again later. */
static void
sweep (const char *folder, const char *path)
{
  g_autofree char *own = g_path_get_basename (path);
  g_autoptr (GDir) entries = g_dir_open (folder, 0, NULL);
  const char *name;

  while (entries != NULL && (name = g_dir_read_name (entries)) != NULL)
    {
      g_autofree char *rest = g_build_filename (folder, name, NULL);

      if (g_str_has_prefix (name, own) && name[NAME_LENGTH] == '.')
        g_unlink (rest);
    }
}

/* Our code for GLib's, which keeps no errno. */
static CabVaultError
choose_code (const GError *file_error)
{
  switch (file_error->code)
    {
    case G_FILE_ERROR_NOSPC:
      return CAB_VAULT_ERROR_NO_SPACE;
    case G_FILE_ERROR_ACCES:
    case G_FILE_ERROR_PERM:
      return CAB_VAULT_ERROR_NO_PERMISSION;
    case G_FILE_ERROR_ROFS:
      return CAB_VAULT_ERROR_READ_ONLY;
    default:
      return CAB_VAULT_ERROR_IO;
    }
}

gboolean
cab_witness_write (const char *folder, CabWitness *self, const guint8 *key, GError **error)
{
  guint8 bytes[CAB_WITNESS_LENGTH];
  g_autofree char *path = NULL;
  g_autoptr (GError) file_error = NULL;

  g_return_val_if_fail (folder != NULL, FALSE);
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (key != NULL, FALSE);

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      cab_vault_error_set_errno (error, errno, NULL, "make the folder of witnesses");
      return FALSE;
    }
  path = dup_path (folder, self->practice_id);
  sweep (folder, path);
  cab_witness_seal (self, key, bytes);
  /* Temporary file, fsync, rename, fsync of the folder. */
  if (!g_file_set_contents_full (path, (const char *)bytes, sizeof bytes,
                                 G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600,
                                 &file_error))
    {
      cab_vault_error_set_step (error, choose_code (file_error), 0, "write the witness");
      return FALSE;
    }
  return TRUE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include "cab-test-disk.h"

#include <gio/gio.h>
#include <string.h>

#include "cab-test-folder.h"

typedef struct
{
  CabTestDiskOperation kind;
  int file;
  guint64 offset; /* of a resize: the length */
  GBytes *bytes;
  char *path;
  char *to;
} Operation;

typedef struct
{
  GByteArray *durable;
  GArray *pending; /* of indexes of operations */
} File;

struct _CabTestDisk
{
  GMutex lock;
  GStrv folders;
  GPtrArray *operations;
  GPtrArray *files;
  GHashTable *names_now; /* path to number + 1, while it is written to */
  GHashTable *names;     /* the same, for good, at the moment looked at */
  GArray *pending_names; /* of indexes of operations */
  guint next;
  guint n_foreign; /* names that were not there, while they are counted */
};

/* How much of what is pending reaches the disk. */
typedef enum
{
  KEEP_NOTHING,
  KEEP_ALL,
  KEEP_FIRST,
  KEEP_ANY,
  KEEP_SECTORS,
  KEEP_PAGES
} Keep;

#define N_KEEPS (KEEP_PAGES + 1)

static void
free_operation (Operation *operation)
{
  g_clear_pointer (&operation->bytes, g_bytes_unref);
  g_free (operation->path);
  g_free (operation->to);
  g_free (operation);
}

static void
free_file (File *file)
{
  g_byte_array_unref (file->durable);
  g_array_unref (file->pending);
  g_free (file);
}

static int
add_file (CabTestDisk *self)
{
  File *file = g_new0 (File, 1);

  file->durable = g_byte_array_new ();
  file->pending = g_array_new (FALSE, FALSE, sizeof (guint));
  g_ptr_array_add (self->files, file);

  return (int)self->files->len - 1;
}

static void
set_name (GHashTable *names, const char *path, int file)
{
  g_hash_table_insert (names, g_strdup (path), GINT_TO_POINTER (file + 1));
}

static int
get_name (GHashTable *names, const char *path)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (names, path)) - 1;
}

static GHashTable *
new_names (GHashTable *like)
{
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer path;
  gpointer number;

  if (like == NULL)
    return names;

  g_hash_table_iter_init (&iter, like);
  while (g_hash_table_iter_next (&iter, &path, &number))
    g_hash_table_insert (names, g_strdup (path), number);

  return names;
}

/* Calls @each with every regular file under a folder. */
static void
walk (CabTestDisk *self, const char *folder, void (*each) (CabTestDisk *, const char *))
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        walk (self, path, each);
      else
        each (self, path);
    }
}

static void
take_in (CabTestDisk *self, const char *path)
{
  int number = add_file (self);
  File *file = self->files->pdata[number];
  g_autofree char *content = NULL;
  gsize length = 0;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &content, &length, &error);
  g_assert_no_error (error);
  g_byte_array_append (file->durable, (const guint8 *)content, (guint)length);
  set_name (self->names, path, number);
}

static void
count_foreign (CabTestDisk *self, const char *path)
{
  if (get_name (self->names, path) == -1)
    self->n_foreign++;
}

static void
remove_file (CabTestDisk *self, const char *path)
{
  cab_test_remove (path);
}

CabTestDisk *
cab_test_disk_new (const char *const *folders)
{
  CabTestDisk *self = g_new0 (CabTestDisk, 1);

  g_mutex_init (&self->lock);
  self->folders = g_strdupv ((GStrv)folders);
  self->operations = g_ptr_array_new_with_free_func ((GDestroyNotify)free_operation);
  self->files = g_ptr_array_new_with_free_func ((GDestroyNotify)free_file);
  self->pending_names = g_array_new (FALSE, FALSE, sizeof (guint));
  self->names = new_names (NULL);
  for (gsize i = 0; self->folders[i] != NULL; i++)
    walk (self, self->folders[i], take_in);
  self->names_now = new_names (self->names);

  return self;
}

void
cab_test_disk_free (CabTestDisk *self)
{
  g_strfreev (self->folders);
  g_ptr_array_unref (self->operations);
  g_ptr_array_unref (self->files);
  g_array_unref (self->pending_names);
  g_hash_table_unref (self->names);
  g_hash_table_unref (self->names_now);
  g_mutex_clear (&self->lock);
  g_free (self);
}

gboolean
cab_test_disk_holds (CabTestDisk *self, const char *path)
{
  for (gsize i = 0; self->folders[i] != NULL; i++)
    if (g_str_has_prefix (path, self->folders[i])
        && path[strlen (self->folders[i])] == G_DIR_SEPARATOR)
      return TRUE;

  return FALSE;
}

int
cab_test_disk_open (CabTestDisk *self, const char *path)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  return get_name (self->names_now, path);
}

static Operation *
note (CabTestDisk *self, CabTestDiskOperation kind, int file)
{
  Operation *operation = g_new0 (Operation, 1);

  operation->kind = kind;
  operation->file = file;
  g_ptr_array_add (self->operations, operation);

  return operation;
}

int
cab_test_disk_create (CabTestDisk *self, const char *path)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  int file = add_file (self);

  note (self, CAB_TEST_DISK_CREATE, file)->path = g_strdup (path);
  set_name (self->names_now, path, file);

  return file;
}

void
cab_test_disk_write (CabTestDisk *self, int file, guint64 offset, const void *bytes, gsize length)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  Operation *operation = note (self, CAB_TEST_DISK_WRITE, file);

  operation->offset = offset;
  operation->bytes = g_bytes_new (bytes, length);
}

void
cab_test_disk_resize (CabTestDisk *self, int file, guint64 length)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  note (self, CAB_TEST_DISK_RESIZE, file)->offset = length;
}

void
cab_test_disk_sync (CabTestDisk *self, int file)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  note (self, CAB_TEST_DISK_SYNC, file);
}

void
cab_test_disk_sync_folder (CabTestDisk *self, const char *path)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  note (self, CAB_TEST_DISK_SYNC_FOLDER, -1)->path = g_strdup (path);
}

/* What an operation on names does to them. */
static void
apply_name (GHashTable *names, const Operation *operation)
{
  int from = get_name (names, operation->path);
  int to = operation->to != NULL ? get_name (names, operation->to) : -1;

  if (operation->kind == CAB_TEST_DISK_CREATE)
    {
      set_name (names, operation->path, operation->file);
      return;
    }

  /* The file never had that name, where another operation did not reach the disk. */
  if (from == -1 || (operation->kind == CAB_TEST_DISK_EXCHANGE && to == -1))
    return;

  g_hash_table_remove (names, operation->path);
  if (operation->to != NULL)
    set_name (names, operation->to, from);
  if (operation->kind == CAB_TEST_DISK_EXCHANGE)
    set_name (names, operation->path, to);
}

void
cab_test_disk_name (CabTestDisk *self, CabTestDiskOperation kind, const char *path, const char *to)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  Operation *operation = note (self, kind, -1);

  operation->path = g_strdup (path);
  operation->to = g_strdup (to);
  apply_name (self->names_now, operation);
}

void
cab_test_disk_mark (CabTestDisk *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  note (self, CAB_TEST_DISK_MARK, -1);
}

static void
set_length (GByteArray *content, guint64 length)
{
  guint before = content->len;

  g_byte_array_set_size (content, (guint)length);
  if (content->len > before)
    memset (content->data + before, 0, content->len - before);
}

static void
put (GByteArray *content, guint64 offset, const guint8 *bytes, gsize length)
{
  if (content->len < offset + length)
    set_length (content, offset + length);
  memcpy (content->data + offset, bytes, length);
}

static void
apply_content (GByteArray *content, const Operation *operation)
{
  gsize length = 0;
  const guint8 *bytes;

  if (operation->kind == CAB_TEST_DISK_RESIZE)
    {
      set_length (content, operation->offset);
      return;
    }

  bytes = g_bytes_get_data (operation->bytes, &length);
  put (content, operation->offset, bytes, length);
}

static void
settle_file (CabTestDisk *self, File *file)
{
  for (guint i = 0; i < file->pending->len; i++)
    apply_content (file->durable, self->operations->pdata[g_array_index (file->pending, guint, i)]);
  g_array_set_size (file->pending, 0);
}

static gboolean
lies_in (const char *path, const char *folder)
{
  g_autofree char *dirname = path != NULL ? g_path_get_dirname (path) : NULL;

  return g_strcmp0 (dirname, folder) == 0;
}

static void
settle_folder (CabTestDisk *self, const char *folder)
{
  for (guint i = 0; i < self->pending_names->len;)
    {
      const Operation *operation
          = self->operations->pdata[g_array_index (self->pending_names, guint, i)];

      if (!lies_in (operation->path, folder) && !lies_in (operation->to, folder))
        {
          i++;
          continue;
        }
      apply_name (self->names, operation);
      g_array_remove_index (self->pending_names, i);
    }
}

gboolean
cab_test_disk_peek (CabTestDisk *self, CabTestDiskOperation *operation)
{
  if (self->next == self->operations->len)
    return FALSE;

  *operation = ((const Operation *)self->operations->pdata[self->next])->kind;
  return TRUE;
}

gboolean
cab_test_disk_advance (CabTestDisk *self, CabTestDiskOperation *kind)
{
  const Operation *operation;
  File *file;

  if (!cab_test_disk_peek (self, kind))
    return FALSE;

  operation = self->operations->pdata[self->next];
  file = operation->file != -1 ? self->files->pdata[operation->file] : NULL;
  switch (*kind)
    {
    case CAB_TEST_DISK_CREATE:
    case CAB_TEST_DISK_RENAME:
    case CAB_TEST_DISK_EXCHANGE:
    case CAB_TEST_DISK_UNLINK:
      g_array_append_val (self->pending_names, self->next);
      break;
    case CAB_TEST_DISK_WRITE:
    case CAB_TEST_DISK_RESIZE:
      g_array_append_val (file->pending, self->next);
      break;
    case CAB_TEST_DISK_SYNC:
      settle_file (self, file);
      break;
    case CAB_TEST_DISK_SYNC_FOLDER:
      settle_folder (self, operation->path);
      break;
    case CAB_TEST_DISK_MARK:
      break;
    }
  self->next++;

  return TRUE;
}

/* Grown but not written: a file system may show what lay there before. */
static void
grow_over_garbage (GByteArray *content, guint64 length, GRand *rand)
{
  guint before = content->len;

  if (length <= before)
    return;

  g_byte_array_set_size (content, (guint)length);
  for (guint i = before; i < content->len; i++)
    content->data[i] = (guint8)g_rand_int (rand);
}

/* Writes some sectors of an operation, each whole. */
static void
apply_torn (GByteArray *content, const Operation *operation, gsize sector, GRand *rand)
{
  gsize length = 0;
  const guint8 *bytes = g_bytes_get_data (operation->bytes, &length);
  gsize start = 0;

  while (start < length)
    {
      gsize end = MIN (length, start + sector - (operation->offset + start) % sector);

      if (g_rand_boolean (rand))
        put (content, operation->offset + start, bytes + start, end - start);
      start = end;
    }
}

static void
apply_some (GByteArray *content, const Operation *operation, Keep keep, GRand *rand)
{
  if (operation->kind == CAB_TEST_DISK_WRITE && (keep == KEEP_SECTORS || keep == KEEP_PAGES))
    {
      if (g_rand_int_range (rand, 0, 4) == 0)
        grow_over_garbage (content, operation->offset + g_bytes_get_size (operation->bytes), rand);
      apply_torn (content, operation, keep == KEEP_SECTORS ? 512 : 4096, rand);
      return;
    }

  if (keep == KEEP_ALL || keep == KEEP_FIRST || g_rand_boolean (rand))
    apply_content (content, operation);
}

static GByteArray *
choose_content (CabTestDisk *self, const File *file, GRand *rand)
{
  GByteArray *content = g_byte_array_sized_new (file->durable->len);
  Keep keep = (Keep)g_rand_int_range (rand, 0, N_KEEPS);
  guint n = file->pending->len;

  g_byte_array_append (content, file->durable->data, file->durable->len);
  if (keep == KEEP_NOTHING)
    return content;

  if (keep == KEEP_FIRST && n > 0)
    n = (guint)g_rand_int_range (rand, 0, (gint32)n + 1);
  for (guint i = 0; i < n; i++)
    apply_some (content, self->operations->pdata[g_array_index (file->pending, guint, i)], keep,
                rand);

  return content;
}

gboolean
cab_test_disk_is_untouched (CabTestDisk *self)
{
  GHashTableIter iter;
  gpointer path;
  gpointer number;

  g_hash_table_iter_init (&iter, self->names);
  while (g_hash_table_iter_next (&iter, &path, &number))
    {
      const File *file = self->files->pdata[GPOINTER_TO_INT (number) - 1];
      g_autofree char *content = NULL;
      gsize length = 0;

      if (!g_file_get_contents (path, &content, &length, NULL) || length != file->durable->len
          || memcmp (content, file->durable->data, length) != 0)
        return FALSE;
    }

  self->n_foreign = 0;
  for (gsize i = 0; self->folders[i] != NULL; i++)
    walk (self, self->folders[i], count_foreign);

  return self->n_foreign == 0;
}

/* A journal of names is written in order by most file systems, by none is it promised. */
static GHashTable *
choose_names (CabTestDisk *self, GRand *rand)
{
  GHashTable *names = new_names (self->names);
  gboolean in_order = g_rand_boolean (rand);
  guint n = self->pending_names->len;
  guint n_kept = n > 0 ? (guint)g_rand_int_range (rand, 0, (gint32)n + 1) : 0;

  for (guint i = 0; i < n; i++)
    if (in_order ? i < n_kept : g_rand_boolean (rand))
      apply_name (names, self->operations->pdata[g_array_index (self->pending_names, guint, i)]);

  return names;
}

void
cab_test_disk_crash (CabTestDisk *self, GRand *rand)
{
  g_autoptr (GHashTable) names = choose_names (self, rand);
  GHashTableIter iter;
  gpointer path;
  gpointer number;

  for (gsize i = 0; self->folders[i] != NULL; i++)
    walk (self, self->folders[i], remove_file);

  g_hash_table_iter_init (&iter, names);
  while (g_hash_table_iter_next (&iter, &path, &number))
    {
      const File *file = self->files->pdata[GPOINTER_TO_INT (number) - 1];
      g_autoptr (GByteArray) content = choose_content (self, file, rand);
      g_autofree char *folder = g_path_get_dirname (path);
      g_autoptr (GError) error = NULL;

      g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
      g_file_set_contents_full (path, (const char *)content->data, content->len,
                                G_FILE_SET_CONTENTS_NONE, 0600, &error);
      g_assert_no_error (error);
    }
}

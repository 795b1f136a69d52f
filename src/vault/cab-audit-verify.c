/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-vault"

#include "config.h"

#include "cab-audit-verify.h"

#include <sodium.h>
#include <string.h>

#include "cab-clock.h"
#include "cab-ids.h"
#include "cab-vault-error.h"

static const char *const fault_names[] = {
  [CAB_AUDIT_FAULT_NONE] = "none",
  [CAB_AUDIT_FAULT_MISSING] = "missing",
  [CAB_AUDIT_FAULT_REPEATED] = "repeated",
  [CAB_AUDIT_FAULT_SHAPE] = "shape",
  [CAB_AUDIT_FAULT_COMMITMENT] = "commitment",
  [CAB_AUDIT_FAULT_MAC] = "mac",
  [CAB_AUDIT_FAULT_BLANKED] = "blanked",
  [CAB_AUDIT_FAULT_UNBLANKED] = "unblanked",
  [CAB_AUDIT_FAULT_CUT] = "cut",
  [CAB_AUDIT_FAULT_BEYOND] = "beyond",
  [CAB_AUDIT_FAULT_HEAD] = "head",
  [CAB_AUDIT_FAULT_ANCHOR] = "anchor",
};

G_STATIC_ASSERT (G_N_ELEMENTS (fault_names) == CAB_N_AUDIT_FAULTS);

/* The first row of an entity since its last erasure that has a payload, and the first that was
 * blanked; 0 when there is none. */
typedef struct
{
  gint64 filled;
  gint64 blanked;
} Mark;

typedef struct
{
  const CabAuditCheck *check;
  GHashTable *marks;     /* GBytes of an entity → Mark */
  CabAuditHead previous; /* as recomputed here */
  gsize next_anchor;
  CabAuditReport report;
} Walk;

static gboolean
tell (Walk *self, CabAuditFault fault, gint64 seq)
{
  self->report.fault = fault;
  self->report.seq = seq;
  return FALSE;
}

static gboolean
macs_equal (const guint8 *a, const guint8 *b)
{
  return sodium_memcmp (a, b, CAB_DIGEST_LENGTH) == 0;
}

static gboolean
check_order (Walk *self, const CabAuditRow *row)
{
  gint64 previous = self->previous.seq;

  /* No number follows the largest one, so nothing is added that could wrap. */
  if (row->seq <= previous)
    return tell (self, CAB_AUDIT_FAULT_REPEATED, row->seq);
  if (row->seq - 1 > previous)
    return tell (self, CAB_AUDIT_FAULT_MISSING, previous + 1);
  if (row->seq > self->check->head.seq)
    return tell (self, CAB_AUDIT_FAULT_BEYOND, row->seq);
  return TRUE;
}

static gboolean
is_text (CabSlice slice)
{
  return slice.data != NULL && slice.length <= G_MAXUINT32;
}

/* NULL and an empty text are hashed alike, so only one of them may be there. */
static gboolean
is_name_or_null (CabSlice slice)
{
  return slice.data == NULL || (slice.length > 0 && slice.length <= G_MAXUINT32);
}

static gboolean
is_bytes (CabSlice slice, gsize length)
{
  return slice.data != NULL && slice.length == length;
}

static gboolean
check_shape (Walk *self, const CabAuditRow *row)
{
  gboolean blanked = row->payload.data == NULL;

  if (is_bytes (row->boot_id, CAB_BOOT_ID_LENGTH) && is_text (row->actor) && is_text (row->act)
      && row->act.length > 0 && is_name_or_null (row->kind) && is_name_or_null (row->entity)
      && is_bytes (row->commitment, CAB_DIGEST_LENGTH) && is_bytes (row->mac, CAB_DIGEST_LENGTH)
      && (blanked ? row->nonce.data == NULL
                  : is_bytes (row->nonce, CAB_NONCE_LENGTH) && is_text (row->payload)))
    return TRUE;
  return tell (self, CAB_AUDIT_FAULT_SHAPE, row->seq);
}

/* The link to the row before, whose mac is the recomputed one: a stored mac is compared and then
 * forgotten, so that no row can vouch for another (the error of CVE-2023-31439). */
static gboolean
check_link (Walk *self, const CabAuditRow *row)
{
  guint8 mac[CAB_DIGEST_LENGTH];
  guint8 commitment[CAB_DIGEST_LENGTH];

  cab_digest_chain (self->check->audit_key, row, self->previous.mac, mac);
  if (!macs_equal (mac, row->mac.data))
    return tell (self, CAB_AUDIT_FAULT_MAC, row->seq);
  self->previous.seq = row->seq;
  memcpy (self->previous.mac, mac, sizeof mac);

  if (row->payload.data == NULL)
    return TRUE;
  cab_digest_commit (self->check->digest_key, row->nonce.data, row->payload, commitment);
  if (!macs_equal (commitment, row->commitment.data))
    return tell (self, CAB_AUDIT_FAULT_COMMITMENT, row->seq);
  return TRUE;
}

/* Compares the anchors at the point where the walk stands and passes over those before it. */
static gboolean
check_anchors (Walk *self)
{
  const CabAuditCheck *check = self->check;

  while (self->next_anchor < check->n_anchors
         && check->anchors[self->next_anchor].seq <= self->previous.seq)
    {
      const CabAuditAnchor *anchor = &check->anchors[self->next_anchor++];

      if (anchor->seq == self->previous.seq
          && sodium_memcmp (anchor->mac, self->previous.mac, CAB_ANCHOR_LENGTH) != 0)
        return tell (self, CAB_AUDIT_FAULT_ANCHOR, anchor->seq);
    }
  return TRUE;
}

static gboolean
is_erasure (const CabAuditRow *row)
{
  return row->act.length == strlen (CAB_AUDIT_ERASE)
         && memcmp (row->act.data, CAB_AUDIT_ERASE, row->act.length) == 0;
}

static Mark *
find_mark (Walk *self, CabSlice entity)
{
  g_autoptr (GBytes) key = g_bytes_new (entity.data, entity.length);
  Mark *mark = g_hash_table_lookup (self->marks, key);

  if (mark == NULL)
    {
      mark = g_new0 (Mark, 1);
      g_hash_table_insert (self->marks, g_steal_pointer (&key), mark);
    }
  return mark;
}

/* Ends the life of an entity: what was blanked is accounted for. Gives the first row that still
 * has its payload, 0 when there is none. */
static gint64
settle (Walk *self, const void *entity, gsize length)
{
  g_autoptr (GBytes) key = g_bytes_new_static (entity, length);
  Mark *mark = g_hash_table_lookup (self->marks, key);
  gint64 filled = mark == NULL ? 0 : mark->filled;

  g_hash_table_remove (self->marks, key);
  return filled;
}

static gint64
get_first (gint64 a, gint64 b)
{
  if (a == 0 || b == 0)
    return MAX (a, b);
  return MIN (a, b);
}

/* Settles every entity whose id is a line of the payload of an erasure. */
static gint64
settle_listed (Walk *self, CabSlice payload)
{
  const char *next = payload.data;
  const char *end = next + payload.length;
  gint64 filled = 0;

  while (next < end)
    {
      const char *line_end = memchr (next, '\n', (gsize)(end - next));
      gsize length = (gsize)((line_end == NULL ? end : line_end) - next);
      char id[CAB_ID_LENGTH + 1] = { 0 };

      if (length == CAB_ID_LENGTH)
        memcpy (id, next, length);
      if (cab_ids_is_id (id))
        filled = get_first (filled, settle (self, id, CAB_ID_LENGTH));
      next += length + 1;
    }
  return filled;
}

static gboolean
check_erasure (Walk *self, const CabAuditRow *row)
{
  gint64 filled = 0;

  if (row->payload.data == NULL)
    return tell (self, CAB_AUDIT_FAULT_BLANKED, row->seq);
  if (row->entity.data != NULL)
    filled = settle (self, row->entity.data, row->entity.length);
  filled = get_first (filled, settle_listed (self, row->payload));
  if (filled != 0)
    return tell (self, CAB_AUDIT_FAULT_UNBLANKED, filled);
  return TRUE;
}

static gboolean
check_blanking (Walk *self, const CabAuditRow *row)
{
  Mark *mark;

  if (is_erasure (row))
    return check_erasure (self, row);
  if (row->entity.data == NULL)
    return row->payload.data != NULL || tell (self, CAB_AUDIT_FAULT_BLANKED, row->seq);

  mark = find_mark (self, row->entity);
  if (row->payload.data == NULL)
    mark->blanked = get_first (mark->blanked, row->seq);
  else
    mark->filled = get_first (mark->filled, row->seq);
  return TRUE;
}

static gboolean
check_head (Walk *self)
{
  const CabAuditHead *head = &self->check->head;

  if (self->previous.seq == head->seq && !macs_equal (self->previous.mac, head->mac))
    return tell (self, CAB_AUDIT_FAULT_HEAD, head->seq);
  return TRUE;
}

static gboolean
check_row (Walk *self, const CabAuditRow *row)
{
  self->report.rows++;
  return check_order (self, row) && check_shape (self, row) && check_link (self, row)
         && check_anchors (self) && check_blanking (self, row) && check_head (self);
}

/* What can be said only when the last row has been seen. */
static gboolean
check_end (Walk *self)
{
  GHashTableIter iter;
  gpointer value;
  gint64 blanked = 0;

  if (self->previous.seq < self->check->head.seq)
    return tell (self, CAB_AUDIT_FAULT_CUT, self->previous.seq + 1);
  if (self->next_anchor < self->check->n_anchors)
    return tell (self, CAB_AUDIT_FAULT_ANCHOR, self->check->anchors[self->next_anchor].seq);

  g_hash_table_iter_init (&iter, self->marks);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    blanked = get_first (blanked, ((Mark *)value)->blanked);
  if (blanked != 0)
    return tell (self, CAB_AUDIT_FAULT_BLANKED, blanked);
  return TRUE;
}

/* TRUE when all is well; FALSE with a fault in the report, or with @error set by @next. */
static gboolean
walk (Walk *self, CabAuditNext next, gpointer data, GError **error)
{
  CabAuditRow row;
  int got;

  self->previous = self->check->start;
  if (!check_anchors (self) || !check_head (self))
    return FALSE;
  for (;;)
    {
      memset (&row, 0, sizeof row);
      got = next (data, &row, error);
      if (got < 0)
        return FALSE;
      if (got == 0)
        return check_end (self);
      if (!check_row (self, &row))
        return FALSE;
    }
}

gboolean
cab_audit_verify (const CabAuditCheck *check,
                  CabAuditNext next,
                  gpointer data,
                  CabAuditReport *report,
                  GError **error)
{
  Walk self = { .check = check };
  gboolean verified;

  g_return_val_if_fail (check != NULL, FALSE);
  g_return_val_if_fail (check->audit_key != NULL && check->digest_key != NULL, FALSE);
  g_return_val_if_fail (check->anchors != NULL || check->n_anchors == 0, FALSE);
  g_return_val_if_fail (next != NULL, FALSE);

  self.marks
      = g_hash_table_new_full (g_bytes_hash, g_bytes_equal, (GDestroyNotify)g_bytes_unref, g_free);
  verified = walk (&self, next, data, error);
  g_hash_table_unref (self.marks);

  if (self.report.fault != CAB_AUDIT_FAULT_NONE)
    cab_vault_error_set_chain (error, self.report.seq);
  if (report != NULL)
    *report = self.report;
  return verified;
}

/* Sixteen hexadecimal digits and nothing else. */
static gboolean
parse_mac (const char *text, guint8 *mac)
{
  if (strlen (text) != 2 * CAB_ANCHOR_LENGTH)
    return FALSE;

  for (gsize i = 0; i < CAB_ANCHOR_LENGTH; i++)
    {
      int high = g_ascii_xdigit_value (text[2 * i]);
      int low = g_ascii_xdigit_value (text[2 * i + 1]);

      if (high < 0 || low < 0)
        return FALSE;
      mac[i] = (guint8)(high << 4 | low);
    }
  return TRUE;
}

gboolean
cab_audit_anchor_parse (const char *text, CabAuditAnchor *anchor)
{
  g_auto (GStrv) words = NULL;
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();
  guint64 seq = 0;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (anchor != NULL, FALSE);

  words = g_strsplit_set (text, " \t\r\n", -1);
  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_ptr_array_add (parts, words[i]);
  if (parts->len != 3 || strlen (parts->pdata[1]) != strlen ("2026-05-03")
      || !g_ascii_string_to_unsigned (parts->pdata[0], 10, 1, G_MAXINT64, &seq, NULL)
      || !parse_mac (parts->pdata[2], anchor->mac))
    return FALSE;

  anchor->seq = (gint64)seq;
  return TRUE;
}

const char *
cab_audit_fault_get_name (CabAuditFault fault)
{
  g_return_val_if_fail ((guint)fault < CAB_N_AUDIT_FAULTS, NULL);

  return fault_names[fault];
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-list-pace.h"

/* The rows of one turn of the main loop: as many as fit into a frame. */
#define STEP 6

static GQuark
get_source_quark (void)
{
  return g_quark_from_static_string ("cab-list-pace-source");
}

static guint
count_rows (GtkSliceListModel *slice)
{
  GListModel *model = gtk_slice_list_model_get_model (slice);

  return model != NULL ? g_list_model_get_n_items (model) : 0;
}

static void
remove_source (gpointer id)
{
  g_source_remove (GPOINTER_TO_UINT (id));
}

static gboolean
on_idle_cb (gpointer user_data)
{
  GtkSliceListModel *slice = user_data;
  guint n_rows = count_rows (slice);
  guint size = gtk_slice_list_model_get_size (slice) + STEP;

  gtk_slice_list_model_set_size (slice, size);
  if (size < n_rows)
    return G_SOURCE_CONTINUE;

  g_object_steal_qdata (G_OBJECT (slice), get_source_quark ());

  return G_SOURCE_REMOVE;
}

/* The source holds no reference: a window that is locked drops its rows at once. */
static void
grow (GtkSliceListModel *slice)
{
  guint id;

  if (gtk_slice_list_model_get_size (slice) >= count_rows (slice)
      || g_object_get_qdata (G_OBJECT (slice), get_source_quark ()) != NULL)
    return;

  id = g_idle_add (on_idle_cb, slice);
  g_object_set_qdata_full (G_OBJECT (slice), get_source_quark (), GUINT_TO_POINTER (id),
                           remove_source);
}

static void
on_items_changed_cb (GtkSliceListModel *slice)
{
  grow (slice);
}

static void
on_model_cb (GtkSliceListModel *slice)
{
  GListModel *model = gtk_slice_list_model_get_model (slice);

  if (model == NULL)
    return;

  g_signal_connect_object (model, "items-changed", G_CALLBACK (on_items_changed_cb), slice,
                           G_CONNECT_SWAPPED);
  grow (slice);
}

void
cab_list_pace_start (GtkSliceListModel *slice)
{
  g_return_if_fail (GTK_IS_SLICE_LIST_MODEL (slice));

  gtk_slice_list_model_set_size (slice, STEP);
  g_signal_connect (slice, "notify::model", G_CALLBACK (on_model_cb), NULL);
  on_model_cb (slice);
}

void
cab_list_pace_restart (GtkSliceListModel *slice)
{
  g_return_if_fail (GTK_IS_SLICE_LIST_MODEL (slice));

  gtk_slice_list_model_set_size (slice, STEP);
}

static guint
count_equal (GListModel *model,
             guint position,
             GPtrArray *rows,
             gboolean from_end,
             guint most,
             GEqualFunc equals)
{
  guint n_items = g_list_model_get_n_items (model);
  guint n = 0;

  while (n < most)
    {
      g_autoptr (GObject) item
          = g_list_model_get_item (model, from_end ? n_items - 1 - n : position + n);

      if (!equals (item, rows->pdata[from_end ? rows->len - 1 - n : n]))
        break;
      n++;
    }

  return n;
}

void
cab_list_put (GListStore *store, guint position, GPtrArray *rows, GEqualFunc equals)
{
  GListModel *model = G_LIST_MODEL (store);
  guint n_old, first, last, most;

  g_return_if_fail (G_IS_LIST_STORE (store) && rows != NULL && equals != NULL);
  g_return_if_fail (position <= g_list_model_get_n_items (model));

  n_old = g_list_model_get_n_items (model) - position;
  most = MIN (n_old, rows->len);
  first = count_equal (model, position, rows, FALSE, most, equals);
  last = count_equal (model, position, rows, TRUE, most - first, equals);
  if (n_old > first + last || rows->len > first + last)
    g_list_store_splice (store, position + first, n_old - first - last, rows->pdata + first,
                         rows->len - first - last);
}

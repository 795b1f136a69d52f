/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-bundle-plan-private.h"

G_BEGIN_DECLS

/*
 * CabPageOrder: what stands where when a record is read by people, so that the
 * page and the paper cannot differ. Borrows the plan, which is of one client.
 */
typedef struct
{
  const CabBundlePlan *plan;
  /* Id of a record to (element-type CabBundleItem), those that hang on it */
  GHashTable *children;
} CabPageOrder;

void cab_page_order_init (CabPageOrder *self, const CabBundlePlan *plan);
void cab_page_order_clear (CabPageOrder *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CabPageOrder, cab_page_order_clear)

/* (transfer full) (element-type CabBundleItem): the records of a kind that
 * stand by themselves, oldest first. */
GPtrArray *cab_page_order_list_section (const CabPageOrder *self, const CabBundleTable *table);

/* (transfer none) (nullable): what is shown under a record. */
GPtrArray *cab_page_order_get_children (const CabPageOrder *self, const CabBundleItem *item);

/* Versions come oldest first; the last is the one that holds. */
gboolean cab_page_order_is_earlier (GPtrArray *siblings, guint at);

/* The record it is shown under and the zone of a time need no row. */
gboolean cab_page_order_is_shown_elsewhere (const CabKind *kind, guint field);

/* Whether anything is told about the entry itself. */
gboolean cab_page_order_has_system_fields (const CabBundleTable *table);

/* Whether a record says that it is in the trash. */
gboolean cab_page_order_is_trashed (const CabBundleTable *table, CabRecord *record);

/* (transfer full) (element-type CabChartModel): what is drawn at the head of a
 * section, made of what is told alone; empty for most kinds. */
GPtrArray *cab_page_order_list_charts (const CabPageOrder *self, const CabBundleTable *table);

G_END_DECLS

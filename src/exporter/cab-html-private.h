/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-bundle-plan-private.h"
#include "cab-text-out.h"

G_BEGIN_DECLS

/*
 * Begins a page: doctype, a policy that lets it load nothing, our constant
 * style, the heading. The title in the window names nobody [B-40].
 */
void cab_html_begin (CabTextOut *out, const char *title, const char *heading);
void cab_html_end (CabTextOut *out);

/* The constant style text of every page. */
GBytes *cab_html_get_style (void);

/* An element with escaped text: `<p>…</p>`. */
void cab_html_add_element (CabTextOut *out, const char *name, const char *text);

/* A date, a wall clock or an instant in words; instants in @zone. */
char *cab_html_dup_date (const char *date);
char *cab_html_dup_local (const char *local);
char *cab_html_dup_instant (const char *instant, const char *zone);

/* The value of a field as a person reads it; NULL when there is none. */
char *cab_html_dup_value (const CabBundleTable *table, CabRecord *record, guint field);

/* The practice's zone. */
const char *cab_html_get_zone (const CabBundlePlan *plan);

/* A field of the practice's own record, NULL when it is not filled in. */
const char *cab_html_get_practice (const CabBundlePlan *plan, const char *field);

/* One line that names a record by what is told of it. */
char *cab_html_dup_heading (const CabBundlePlan *plan, CabRecord *record);

G_END_DECLS

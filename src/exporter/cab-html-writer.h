/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-bundle-meter.h"

G_BEGIN_DECLS

/*
 * The pages of a bundle: HTML5, UTF-8, no script, no image, nothing loaded from
 * anywhere, one constant style whose hash the page itself states. Every value
 * passes one escaping function. Source: bundle.md [B-40] to [B-42].
 */

/**
 * cab_html_make_front_page:
 * @plan: what the bundle holds
 *
 * Makes `00-READ-ME-FIRST.html`: what this is and from whom, by which right, what
 * is in each folder, what was left out, how to check it, how to take it along,
 * where the format is described, whom to complain to, in this order. Names
 * nobody but the practice.
 *
 * Thread: the vault's. Source: bundle.md [B-40], [B-41].
 *
 * Returns: (transfer full): the page
 */
GBytes *cab_html_make_front_page (const CabBundlePlan *plan) G_GNUC_WARN_UNUSED_RESULT;

/**
 * cab_html_write_record:
 * @plan: a plan of one client's bundle
 * @stream: where it goes
 * @meter: (nullable): one step a record
 * @error: return location
 *
 * Writes `record.html`: the whole record for reading, one section a kind, oldest
 * first, what hangs on a record under it, notes with earlier versions folded.
 *
 * Returns: %TRUE when all of it is with the stream
 */
gboolean cab_html_write_record (const CabBundlePlan *plan,
                                GOutputStream *stream,
                                CabBundleMeter *meter,
                                GError **error);

/**
 * cab_html_write_withheld:
 * @plan: what the bundle holds
 * @stream: where it goes
 * @error: return location
 *
 * Writes `notice/withheld.html`, which is in every access bundle and begins with
 * the same sentence in each. Of what is withheld silently it says nothing; what
 * was left out because it is damaged is listed.
 *
 * Source: bundle.md [B-12], [B-47].
 *
 * Returns: %TRUE when all of it is with the stream
 */
gboolean cab_html_write_withheld (const CabBundlePlan *plan, GOutputStream *stream, GError **error);

/**
 * cab_html_write_sources:
 * @plan: what the bundle holds
 * @stream: where it goes
 * @error: return location
 *
 * Writes `notice/sources.html`: what a portability bundle covers, and where to
 * ask for the rest.
 *
 * Source: bundle.md [B-11], GDPR Art 20(1).
 *
 * Returns: %TRUE when all of it is with the stream
 */
gboolean cab_html_write_sources (const CabBundlePlan *plan, GOutputStream *stream, GError **error);

G_END_DECLS

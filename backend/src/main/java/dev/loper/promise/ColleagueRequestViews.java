package dev.loper.promise;

import java.util.List;

/// Questions to colleagues, the newest first.
record ColleagueRequestViews(List<ColleagueRequestView> items) {}

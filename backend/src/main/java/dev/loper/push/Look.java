package dev.loper.push;

import dev.loper.access.Viewer;

/// A screen, and what it watched at one moment.
record Look(Watcher screen, Watch watch) {

    static Look of(Watcher screen) {
        return new Look(screen, screen.watch());
    }

    Viewer viewer() {
        return screen.viewer();
    }
}

    removeInterest(target);

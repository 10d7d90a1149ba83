    removeInterest(target);
    addInterest(target, token, interest);
